using System.Globalization;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>Reads the limits of a flow (clause G1). What is not said keeps its default.</summary>
internal static class LimitsReader
{
    /// <summary>The limits.</summary>
    public static FlowLimits Read(MappingNode? limits) => limits is null
        ? FlowLimits.Default
        : new FlowLimits(
            Limit(limits, "creates", FlowLimits.Default.Creates),
            Limit(limits, "updates", FlowLimits.Default.Updates),
            Limit(limits, "deletes", FlowLimits.Default.Deletes));

    private static Limit Limit(MappingNode limits, string kind, Limit otherwise) =>
        limits[kind] is null && limits[$"{kind}_percent"] is null
            ? otherwise
            : new Limit(limits.Number(kind), Percent(limits[$"{kind}_percent"]));

    private static decimal? Percent(SourceNode? node) => node is ScalarNode scalar
        && decimal.TryParse(scalar.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var percent)
            ? percent
            : null;
}
