using System.Collections.Immutable;
using SesamTalk.Connectors.Rest;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language;

/// <summary>The short way round the validator of schemas: what it finds good the validator finds good too, and of the files there are it finds all good ones.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PlainShapeTests
{
    private const int Mutants = 40;

    private static readonly ImmutableArray<(string Ending, Schema Schema)> Kinds =
    [
        (".flow.yaml", Schemas.Of(FileKind.Flow)),
        ("systems.yaml", Schemas.Of(FileKind.Systems)),
        (".entities.yaml", Schemas.Of(FileKind.Entities)),
        (".document.yaml", Schemas.Of(FileKind.Document)),
        (".flow-test.yaml", Schemas.Of(FileKind.FlowTest)),
        (".connector.yaml", Schemas.Of(new RestConnector())),
    ];

    private static IEnumerable<string> Folders => ["flows", "connectors", "tests/Corpus/valid", "tests/Corpus/invalid"];

    [TestCaseSource(nameof(Folders))]
    public void Both_say_the_same_of_the_files_there_are(string folder)
    {
        var files = FilesOf(folder).ToList();

        files.Should().HaveCountGreaterThan(4);
        files.Where(file => Read(file.Text) is { } root && IsGood(file.Schema, root) != file.Schema.Plain.Holds(root)).Select(file => file.Name).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Folders))]
    public void Nothing_is_found_good_in_a_damaged_file_that_the_validator_does_not_find_good(string folder)
    {
        var broken = 0;
        foreach (var (name, text, schema) in FilesOf(folder))
        {
            for (var seed = 0; seed < Mutants; seed++)
            {
                if (Read(Damaged(text, new Random(seed))) is not { } root)
                {
                    continue;
                }

                var isGood = IsGood(schema, root);
                broken += isGood ? 0 : 1;
                (schema.Plain.Holds(root) && !isGood).Should().BeFalse($"of {name} with seed {seed}");
            }
        }

        broken.Should().BeGreaterThan(10, "else nothing was damaged");
    }

    private static bool IsGood(Schema schema, SourceNode root) => schema.Explaining.Validate(NodeReader.ToJson(root, new NodeTable())).Count == 0;

    private static SourceNode? Read(string text) => YamlReader.Read(new SourceText("it.yaml", text), new List<Diagnostic>());

    private static IEnumerable<(string Name, string Text, Schema Schema)> FilesOf(string folder) =>
        from file in Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        where !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj")
        from kind in Kinds
        where file.EndsWith(kind.Ending, StringComparison.Ordinal)
        select (Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file), kind.Schema);

    // A word for another one of the file, a value of another type, or a line less.
    private static string Damaged(string text, Random random)
    {
        string[] values = ["7", "-1", "2.5", "true", "null", "''", "[]", "[a, a]", "{}", "{ a: 1 }", "\"1\"", "99999999999"];
        var words = text.Split([' ', '\n', ',', '{', '}', '[', ']', '"'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return text;
        }

        var (word, other) = (words[random.Next(words.Length)], words[random.Next(words.Length)]);
        var lines = text.Split('\n').ToList();
        switch (random.Next(3))
        {
            case 0:
                lines.RemoveAt(random.Next(lines.Count));
                return string.Join('\n', lines);
            case 1:
                return Once(text, word, other, random);
            default:
                return Once(text, word.TrimEnd(':'), values[random.Next(values.Length)], random);
        }
    }

    private static string Once(string text, string word, string with, Random random)
    {
        var at = text.IndexOf(word, random.Next(text.Length), StringComparison.Ordinal);
        return at < 0 || word.Length == 0 ? text : $"{text[..at]}{with}{text[(at + word.Length)..]}";
    }
}
