using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>A row with its properties and conversions looked up.</summary>
/// <param name="Draft">What is written.</param>
/// <param name="Source">The source property, if it is known.</param>
/// <param name="Target">The target property, if it is known.</param>
/// <param name="Conversions">The conversions in their places; empty where the properties are not known.</param>
internal sealed record RowView(
    RowDraft Draft,
    PropertyDescription? Source,
    PropertyDescription? Target,
    ImmutableArray<ConversionView> Conversions)
{
    /// <summary>The rows of the elements as a flow between elements; <see langword="null"/> where it maps values, or its two properties are no lists of elements.</summary>
    public FlowView? Elements { get; init; }

    /// <summary>Which way it runs: both ways where not said.</summary>
    public Direction Direction => Draft.Direction?.Value ?? Direction.Both;

    /// <summary>Its type: as written, else a reference where it says of what, else that of the target property.</summary>
    public PropertyType Type =>
        Draft.Type?.Value ?? (Draft.Of is null ? Target?.Type ?? PropertyType.Any : PropertyType.Reference);
}
