using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Tests.Conversions;

/// <summary>Conversions, made from what an author writes.</summary>
internal static class Written
{
    public static IEnumerable<ConversionExample> Examples => ConversionCatalogue.Kinds.SelectMany(k => k.Examples);

    public static IConversion Make(ConversionExample example) => Make(example.Written, example.Input, example.Wanted);

    public static IConversion Make(string written, PropertyType input, PropertyType wanted)
    {
        var step = Step(written, input, wanted);
        return step.Conversion ?? throw new AssertionException($"'{written}' from {input} to {wanted}: {step.Problem}");
    }

    public static ConversionStep Step(string written, PropertyType input, PropertyType wanted)
    {
        var faults = new List<Diagnostic>();
        var root = (MappingNode)YamlReader.Read(new SourceText("test.yaml", $"convert: {written}\n"), faults)!;
        var draft = root["convert"] is MappingNode mapping
            ? new ConversionDraft(new Located<string>(mapping.Entries[0].Key.Text, mapping.Place), mapping.Entries[0].Value)
            : new ConversionDraft(new Located<string>(((ScalarNode)root["convert"]!).Text, root.Place), null);
        return ConversionView.Chain([draft], input, wanted)[0].Step!;
    }
}
