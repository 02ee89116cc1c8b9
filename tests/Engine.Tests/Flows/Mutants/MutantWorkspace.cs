using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Tests.Language.Corpus;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language.Mutants;

/// <summary>The shipped workspace in a folder of its own, with one file after the other broken and mended again.</summary>
internal sealed class MutantWorkspace : IDisposable
{
    private static readonly string[] Copied = ["flows", "connectors"];

    private readonly TemporaryFolder _folder = new();

    public MutantWorkspace()
    {
        foreach (var file in Copied.SelectMany(FilesOf))
        {
            var copy = _folder[Path.GetRelativePath(Repository.Root, file)];
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(_folder["flows/systems.yaml"], Systems());
        Flows = [.. Directory.EnumerateFiles(_folder.Path, "*.flow.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    /// <summary>Its flow files.</summary>
    public IReadOnlyList<string> Flows { get; }

    public FlowSetReading Read() => FlowSetReader.Read(WorkspaceLocator.Find(_folder.Path)!, [new StubConnector()]);

    /// <summary>What comes of reading it with one file that holds something else.</summary>
    public FlowSetReading ReadWith(string file, string text)
    {
        var right = File.ReadAllText(file);
        File.WriteAllText(file, text);
        try
        {
            return Read();
        }
        finally
        {
            File.WriteAllText(file, right);
        }
    }

    /// <summary>What a mutant came to: the layer that found it, or that it was told of, or neither.</summary>
    public static string FateOf(FlowSetReading reading, int toldBefore) =>
        reading.Diagnostics.FirstOrDefault(found => found.Severity == Severity.Error) is { } error ? LayerOf(error.Code)
        : reading.Diagnostics.Length > toldBefore ? "told of"
        : "right";

    public void Dispose() => _folder.Dispose();

    // The flows are what is broken: how systems are reached is left out, which takes most of the time of a reading.
    private static string Systems()
    {
        var shipped = WorkspaceLocator.Find(Path.Combine(Repository.Root, "flows"))!;
        var lines = File.ReadLines(shipped.SystemsFile).TakeWhile(line => !line.StartsWith("profiles:", StringComparison.Ordinal));
        return string.Join('\n', lines.Where(line => !line.StartsWith("profile:", StringComparison.Ordinal)))
            .Replace("    entities:", "    connector: sql\n    settings: { connection: x }\n    entities:", StringComparison.Ordinal);
    }

    private static string LayerOf(string code) => code[2] switch
    {
        '0' => "1 YAML",
        '1' => "2 shape",
        '2' => "3 meaning",
        _ => "4 the set",
    };

    private static IEnumerable<string> FilesOf(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
