using SesamTalk.Connectors.Definitions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>A system names a definition file exactly where its connector works by one.</summary>
internal sealed class DefinitionRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set) => (system.Connector, system.Draft.Definition) switch
    {
        (IDefinitionReader, null) => [DefinitionFaults.WithoutDefinition(system.Draft.Connector!.Value.Place, system.Name, system.Connector.Name)],
        (not null and not IDefinitionReader, { } named) => [DefinitionFaults.NeedlessDefinition(named.Place, system.Connector.Name)],
        _ => [],
    };
}
