using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Rules;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Looks the systems of a workspace that was read up again, in another environment: their settings and definitions are other ones then.</summary>
/// <param name="View">What was read.</param>
/// <param name="Drafts">The systems as written, with the profile applied.</param>
/// <param name="Again">Looks systems up in an environment, and tells faults.</param>
internal sealed record Rebinding(SetView View, ImmutableArray<SystemDraft> Drafts, Func<Func<string, string?>, ICollection<Diagnostic>, SystemViews> Again)
{
    /// <summary>What was read, with the systems of an environment.</summary>
    public FlowSetReading Of(FlowSetReading read, Func<string, string?> environment)
    {
        var faults = new List<Diagnostic>();
        var views = Again(environment, faults);
        var set = View with { Systems = [.. Drafts.Select(views.Of)] };
        faults.AddRange(RuleBook.ForSystems.SelectMany(rule => set.Systems.SelectMany(system => rule.Check(system, set))));
        var rebound = FlowSetBuilder.Over(read.Set!, set);
        return read with
        {
            Set = faults.Exists(fault => fault.Severity == Severity.Error) ? null : rebound,
            Diagnostics = Diagnostic.InOrder(read.Diagnostics.Concat(faults.Where(fault => fault.Severity == Severity.Error))),
            Workspace = rebound.Workspace,
        };
    }
}
