using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules;

/// <summary>A rule for one flow. What a rule before it refused (an unknown name) is no business of this one.</summary>
internal interface IFlowRule
{
    /// <summary>What is wrong with the flow.</summary>
    IEnumerable<Diagnostic> Check(FlowView flow, SetView set);
}

/// <summary>A rule for one system of the workspace.</summary>
internal interface ISystemRule
{
    /// <summary>What is wrong with the system.</summary>
    IEnumerable<Diagnostic> Check(SystemView system, SetView set);
}

/// <summary>A rule for one entity description.</summary>
internal interface IEntityRule
{
    /// <summary>What is wrong with the entity, among all entities of its file.</summary>
    IEnumerable<Diagnostic> Check(EntityDraft entity, IReadOnlyList<EntityDraft> all);
}

/// <summary>A rule for a set of flows as a whole (layer 4).</summary>
internal interface ISetRule
{
    /// <summary>What is wrong with the set.</summary>
    IEnumerable<Diagnostic> Check(SetView set);
}
