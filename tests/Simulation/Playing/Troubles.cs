using System.Globalization;
using SesamTalk.Connectors.Memory;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Simulation.Histories;

namespace SesamTalk.Simulation.Playing;

/// <summary>What goes wrong in a system, as a history says it.</summary>
internal static class Troubles
{
    /// <summary>Plans what goes wrong in the next run.</summary>
    public static void Plan(MemoryWorld memory, Act act, Action<Act> byUser)
    {
        if (act.Verb == "meanwhile")
        {
            var done = act;
            memory[act.Entity.Split('/')[0]].Faults.BeforeNext(CallKind.Write, () => byUser(done));
            return;
        }

        var faults = memory[act.Subject].Faults;
        var words = act.Text.Split(' ');
        switch (words[0])
        {
            case "busy":
                faults.BusyFor(int.Parse(words[1], CultureInfo.InvariantCulture), TimeSpan.Zero);
                break;
            case "unavailable":
                faults.Unavailable();
                break;
            case "lose":
                faults.LoseAnswer(words[1] == "before" ? LostAnswer.BeforeEffect : words[1] == "half" ? LostAnswer.HalfWay : LostAnswer.AfterEffect);
                break;
            case "break-reads":
                faults.BreakReadsAfter(0);
                break;
            case "fail-batches":
                faults.FailBatchesWith(_ => true);
                break;
            default:
                faults.Reject(proposal => memory[act.Subject][proposal.Entity].Description.Property(words[1]) is not null && !proposal[words[1]].IsNone, "422: not today");
                break;
        }
    }
}
