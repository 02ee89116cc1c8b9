using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Running;

/// <summary>Stops flows before they do harm (chapter 9).</summary>
internal static class Guard
{
    /// <summary>
    /// The flows that may start: one that creates without match rules would double what both sides hold at its first run (clause G3).
    /// </summary>
    public static MappedFlow[] Admit(RunContext context)
    {
        var admitted = new List<MappedFlow>();
        foreach (var flow in context.Set.Flows.Where(flow => !context.Allowances.IsStopped(flow)))
        {
            if (WouldDouble(context, flow))
            {
                context.Ledger.Add(new Finding(
                    FindingKind.Guarded,
                    flow.Name,
                    $"it creates and has no match rules, but {flow.Source} and {flow.Target} both hold records: it would double them",
                    "Add a match rule, or 'accept_duplicates: true' if the two really have nothing in common."));
            }
            else
            {
                admitted.Add(flow);
            }
        }

        Remember(context, admitted);
        return [.. admitted];
    }

    // On disk before anything is written: a run that is killed and begun again must not take its own creates for what was there before.
    private static void Remember(RunContext context, List<MappedFlow> admitted)
    {
        context.State.Begin();
        foreach (var flow in admitted)
        {
            if (!context.State.Numbers.WasAdmitted(flow) && !Sides.Both.Any(side => context.SystemOf(flow.Entity(side)).IsDown))
            {
                context.State.Numbers.Admit(flow);
            }
        }

        context.State.Commit();
    }

    private static bool WouldDouble(RunContext context, MappedFlow flow)
    {
        var (numbers, counts) = (context.State.Numbers, context.State.Counts);
        return Sides.Both.Any(flow.CreatesFor)
            && flow.Rules.Length == 0
            && !flow.Flow.AcceptsDuplicates
            && counts.LinksOf(flow) == 0
            && !numbers.WasAdmitted(flow)
            && Sides.Both.All(side => counts.PresentOf(flow.Entity(side)) > 0);
    }
}
