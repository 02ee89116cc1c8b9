using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>Settings without which a connector cannot connect must be given.</summary>
internal sealed class MissingSettingRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set) => system.Connector is { } connector
        ? system.KnownSettings
            .Where(s => s.Mandatory && system.Draft.Settings.All(given => given.Name.Value != s.Name))
            .Select(s => SystemFaults.MissingSetting(system.Draft.Connector!.Value.Place, system.Name, connector.Name, s.Name, s.Meaning))
        : [];
}
