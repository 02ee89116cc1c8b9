using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>
/// How a test says to the engine that two records are linked: both carry a token, in a property that only tests have, and a match rule
/// before all others asks for it. So links are made as they are made elsewhere.
/// </summary>
internal static class LinkToken
{
    private const string OfSource = "$test-link-of-source";
    private const string OfTarget = "$test-link-of-target";

    /// <summary>The rule that links records of one token.</summary>
    public static MatchRule Rule(Place place) => new([new MatchPair(OfSource, OfTarget)], place);

    /// <summary>An entity whose records can carry tokens.</summary>
    public static EntityDescription AddTo(EntityDescription entity) => entity with
    {
        Properties = [.. entity.Properties, new PropertyDescription(OfSource, PropertyType.String), new PropertyDescription(OfTarget, PropertyType.String)],
    };

    /// <summary>The token of a link for its record on one side.</summary>
    public static (string Property, Value Value) For(Mapping.Side side, int number) =>
        (side == Mapping.Side.Source ? OfSource : OfTarget, Value.Text($"link {number}"));
}
