using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>A system that a flow uses must be reached by a connector.</summary>
internal sealed class MissingConnectorRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set)
    {
        if (system.Draft.Connector is null && system.FirstUse(set) is { } use)
        {
            yield return SystemFaults.WithoutConnector(system.Draft.Name.Place, system.Name, set.Profile, use);
        }
    }
}
