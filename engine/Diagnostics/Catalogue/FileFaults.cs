using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>What can be wrong with the files of a workspace before anybody looks into them.</summary>
internal static class FileFaults
{
    private static readonly DiagnosticCode Unreadable = new("ST0001", Severity.Error, "A file that cannot be read");
    private static readonly DiagnosticCode NoFlows = new("ST0002", Severity.Note, "A workspace without flows");
    private static readonly DiagnosticCode Block = new("ST0003", Severity.Warning, "A block of YAML in a page that is not checked");

    public static ImmutableArray<DiagnosticCode> Codes => [Unreadable, NoFlows, Block];

    public static Diagnostic NotReadable(Place place, string file, bool missing) => missing
        ? Unreadable.At(place, $"there is no file '{file}'", help: "mend the path, or make the file")
        : Unreadable.At(place, $"the file '{file}' cannot be opened", help: "look at its rights, and whether another program holds it");

    public static Diagnostic NothingToRun(Place place) =>
        NoFlows.At(place, "there are no flows", help: "flow files end in '.flow.yaml' and lie in the folder of systems.yaml or below it");

    public static Diagnostic UnknownBlock(Place place) =>
        Block.At(place, "nothing says what kind of file this block is, so it is not checked", help: "begin it with a comment that names the file, such as '# people.flow.yaml', or open it with '```yaml fragment' where it is a part of a file");
}
