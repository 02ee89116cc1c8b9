using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>A system that a flow uses must have its entities described.</summary>
internal sealed class MissingEntitiesRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set)
    {
        if (system.Draft.Entities is null && system.FirstUse(set) is { } use)
        {
            yield return SystemFaults.WithoutEntities(system.Draft.Name.Place, system.Name, use);
        }
    }
}
