using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Views;

/// <summary>A conversion of a row, looked up.</summary>
/// <param name="Draft">What is written.</param>
/// <param name="Kind">Its kind, if there is one of that name.</param>
/// <param name="Step">The conversion in its place; <see langword="null"/> behind one that cannot be used.</param>
internal sealed record ConversionView(ConversionDraft Draft, ConversionKind? Kind, ConversionStep? Step)
{
    /// <summary>Where its problem stands: the key that it is about, or its name.</summary>
    public Place Place =>
        (Draft.Argument as MappingNode)?.Entries.FirstOrDefault(e => e.Key.Text == Step?.Key)?.Key.Place ?? Draft.Name.Place;

    /// <summary>The conversions of a row, each given the type that comes out of the one before.</summary>
    public static ImmutableArray<ConversionView> Chain(ImmutableArray<ConversionDraft> drafts, PropertyType input, PropertyType wanted)
    {
        var chain = ImmutableArray.CreateBuilder<ConversionView>(drafts.Length);
        PropertyType? type = input;
        for (var i = 0; i < drafts.Length; i++)
        {
            var kind = ConversionCatalogue.Find(drafts[i].Name.Value);
            var step = type is { } known && kind is not null ? StepOf(kind, drafts[i].Argument, known, i == drafts.Length - 1 ? wanted : known) : null;
            chain.Add(new ConversionView(drafts[i], kind, step));
            type = step?.Conversion is null ? null : step.Output;
        }

        return chain.MoveToImmutable();
    }

    // Nothing that is written may be passed over in silence.
    private static ConversionStep StepOf(ConversionKind kind, SourceNode? argument, PropertyType input, PropertyType wanted) => argument switch
    {
        ListNode => ConversionStep.Refused("it takes no list"),
        MappingNode mapping when mapping.Entries.FirstOrDefault(e => e.Value is not ScalarNode) is { } odd =>
            ConversionStep.Refused($"what stands under '{odd.Key.Text}' is no single value", odd.Key.Text),
        _ => kind.Create(Request(argument, input, wanted)),
    };

    private static ConversionRequest Request(SourceNode? argument, PropertyType input, PropertyType wanted) => new(
        (argument as ScalarNode)?.Text,
        [
            .. (argument as MappingNode)?.Entries.Where(e => e.Value is ScalarNode)
                .Select(e => KeyValuePair.Create(e.Key.Text, ((ScalarNode)e.Value).Text)) ?? [],
        ],
        input,
        wanted);
}
