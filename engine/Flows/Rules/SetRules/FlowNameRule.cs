using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>The names of flows are unique.</summary>
internal sealed class FlowNameRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set) =>
        from same in set.Flows.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase)
        from again in same.Skip(1)
        select SetFaults.SameName(again.Draft.Place, again.Name, same.First().Draft.Place);
}
