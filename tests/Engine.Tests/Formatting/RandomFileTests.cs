using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Formatting;
using SesamTalk.Engine.Formatting.Layouts;
using SesamTalk.Engine.Formatting.Ordering;

namespace SesamTalk.Engine.Tests.Formatting;

[Parallelizable(ParallelScope.All)]
public sealed class RandomFileTests
{
    private const int Files = 10_000;

    [Test]
    public void Files_of_any_layout_keep_what_they_say_and_all_comments_in_order_and_are_formatted_once()
    {
        var failures = Enumerable.Range(0, Files).AsParallel().AsOrdered().Select(seed => TroubleOf(new RandomFile(seed).Text())).OfType<string>().Take(3);

        failures.Should().BeEmpty();
    }

    [Test]
    public void Flows_with_their_keys_in_any_order_keep_what_they_say_and_come_out_the_same()
    {
        var schema = KeySchemas.Of(FileKind.Flow);
        for (var seed = 0; seed < 2_000; seed++)
        {
            var (text, other) = (new RandomFlow(seed).Text(new Random(seed)), new RandomFlow(seed).Text(new Random(-seed - 1)));

            var formatted = CanonicalText.Of(text, schema);

            SameMeaning.Holds(Read(text)!, text, formatted).Should().BeTrue(text);
            CanonicalText.Of(formatted, schema).Should().Be(formatted);
            CanonicalText.Of(other, schema).Should().Be(formatted, $"{text}\nand\n{other}\nsay the same");
        }
    }

    private static string? TroubleOf(string text)
    {
        var faults = new List<Diagnostic>();
        if (YamlReader.Read(new SourceText("some.yaml", text), faults) is not { } root)
        {
            return $"The test makes what is no YAML: {faults[0]}:\n{text}";
        }

        var formatted = CanonicalText.Of(text, null);
        var again = Read(formatted) is null ? null : CanonicalText.Of(formatted, null);
        return again is null ? $"No YAML comes out:\n{text}\n=>\n{formatted}"
            : !SameMeaning.Same(root, Read(formatted)!) ? $"It says something else:\n{text}\n=>\n{formatted}"
            : !CommentsOf(text).SequenceEqual(CommentsOf(formatted)) ? $"The comments are others:\n{text}\n=>\n{formatted}"
            : again != formatted ? $"It is formatted twice:\n{text}\n=>\n{formatted}\n=>\n{again}"
            : null;
    }

    private static SourceNode? Read(string text) => YamlReader.Read(new SourceText("some.yaml", text), new List<Diagnostic>());

    private static IEnumerable<string> CommentsOf(string text) => LayoutReader.CommentsOf(text).Select(comment => comment.Text);
}
