using SesamTalk.Connectors.Definitions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>Settings must be settings of the connector.</summary>
internal sealed class UnknownSettingRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set) => system.Connector is { } connector
        && (connector is not IDefinitionReader || system.Definition is not null || !system.KnownSettings.IsEmpty)
        ? system.Draft.Settings
            .Where(s => system.KnownSettings.All(known => known.Name != s.Name.Value))
            .Select(s => SystemFaults.UnknownSetting(s.Name.Place, s.Name.Value, connector.Name, [.. system.KnownSettings.Select(k => k.Name)]))
        : [];
}
