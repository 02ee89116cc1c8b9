using System.Collections.Immutable;
using SesamTalk.Engine.Flows.Rules.EntityRules;
using SesamTalk.Engine.Flows.Rules.FlowRules;
using SesamTalk.Engine.Flows.Rules.RowRules;
using SesamTalk.Engine.Flows.Rules.SetRules;
using SesamTalk.Engine.Flows.Rules.SystemRules;

namespace SesamTalk.Engine.Flows.Rules;

/// <summary>All rules: one rule, one class, one code.</summary>
internal static class RuleBook
{
    /// <summary>The rules for entity descriptions.</summary>
    public static ImmutableArray<IEntityRule> ForEntities { get; } =
    [
        new DetailRule(),
        new ForeignKeyTypeRule(),
        new ModificationTimeRule(),
        new NamedPropertyRule(),
        new QueryRule(),
        new ReferredEntityRule(),
    ];

    /// <summary>The rules for systems.</summary>
    public static ImmutableArray<ISystemRule> ForSystems { get; } =
    [
        new DefinitionRule(),
        new MissingConnectorRule(),
        new MissingEntitiesRule(),
        new ClearTextRule(),
        new MissingSettingRule(),
        new SecretRule(),
        new SettingValueRule(),
        new UnknownSettingRule(),
    ];

    /// <summary>The rules for flows and their rows.</summary>
    public static ImmutableArray<IFlowRule> ForFlows { get; } =
    [
        new ArchivedPropertyRule(),
        new ArchivedValueRule(),
        new CannotCreateRule(),
        new CannotDeleteRule(),
        new ConditionRule(),
        new DeletesOneWayRule(),
        new EmptyTableRule(),
        new IdleFlowRule(),
        new InterruptedCreateRule(),
        new MandatoryRule(),
        new MatchTypesRule(),
        new NeverFilledMatchRule(),
        new NoMatchRuleRule(),
        new OnlyReadEntityRule(),
        new OnReferenceRule(),
        new UnchangingEntityRule(),
        new UnknownEntityRule(),
        new UnknownPropertyRule(),
        new DeprecatedPropertyRule(),
        new UnknownSystemRule(),
        new ConversionMisfitRule(),
        new CopiedKeyRule(),
        new CreateOnlyRule(),
        new LossyRowRule(),
        new NeedsDirectionRule(),
        new OfRule(),
        new OneWayConversionRule(),
        new OverlapRule(),
        new RefersElsewhereRule(),
        new RowTypeRule(),
        new RunsNowhereRule(),
        new TooLongRule(),
        new TwoTypesRule(),
        new UnknownConversionRule(),
        new UnlinkedReferenceRule(),
        new NeverCountsRule(),
        new EnforceRule(),
        new EachRule(),
        new ElementLimitsRule(),
        new OneListRule(),
        new FirstElementRule(),
        new SelectedWriteRule(),
        new WrongDirectionRule(),
    ];

    /// <summary>Those of them that hold for the rows of elements as well (clause R11).</summary>
    public static ImmutableArray<IFlowRule> ForElements { get; } =
    [
        .. ForFlows.Where(rule => rule is ConditionRule or MandatoryRule or MatchTypesRule or UnknownEntityRule or UnknownPropertyRule
            || rule.GetType().Namespace == typeof(OfRule).Namespace && rule is not EnforceRule),
    ];

    /// <summary>The rules for a set.</summary>
    public static ImmutableArray<ISetRule> ForSets { get; } =
    [
        new CircleRule(),
        new CreateCircleRule(),
        new ElementKeysRule(),
        new FileNameRule(),
        new FlowNameRule(),
        new NeverReadBackRule(),
        new PolicyRule(),
        new SameElementRule(),
        new SamePairRule(),
        new SystemNameRule(),
    ];
}
