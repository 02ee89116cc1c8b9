using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>What documents call a system is unique, whatever the case.</summary>
internal sealed class SystemNameRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set) =>
        from same in set.Systems.SelectMany(Names).GroupBy(n => n.Name.Value, StringComparer.OrdinalIgnoreCase)
        let first = same.First()
        from again in same.Skip(1)
        where again.System != first.System
        select SetFaults.SameAlias(again.Name.Place, again.Name.Value, first.System, first.Name.Place);

    private static IEnumerable<(string System, Located<string> Name)> Names(SystemView system) =>
        [(system.Name, system.Draft.Name), .. system.Draft.Names.Select(n => (system.Name, n))];
}
