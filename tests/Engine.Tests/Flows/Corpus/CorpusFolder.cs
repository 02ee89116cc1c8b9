using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language.Corpus;

/// <summary>The corpus of workspaces: <c>base</c> is a good one, and each case lays a few files of its own over it.</summary>
internal static class CorpusFolder
{
    private const string ExpectedName = "expected.txt";
    private const string NearName = "near.txt";

    // A case says by a file of this ending that the base's file of that name is not there.
    private const string Absent = ".absent";

    public static string Root { get; } = Path.Combine(Repository.Root, "tests", "Corpus");

    public static string Base => Path.Combine(Root, "base");

    public static IEnumerable<string> CasesOf(string kind) =>
        Directory.EnumerateDirectories(Path.Combine(Root, kind)).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);

    public static string ExpectedOf(string kind, string name) => Path.Combine(Root, kind, name, ExpectedName);

    /// <summary>The near misses of a case: each a code, and what is there that only looks like it.</summary>
    public static IEnumerable<(string Code, string What)> NearMissesOf(string kind, string name)
    {
        var file = Path.Combine(Root, kind, name, NearName);
        return File.Exists(file) ? File.ReadLines(file).Select(line => (line.Split(' ')[0], string.Join(' ', line.Split(' ')[1..]))) : [];
    }

    /// <summary>The base with a case laid over it, in a folder of its own.</summary>
    public static string Lay(string kind, string name, string into)
    {
        Copy(Base, into);
        Copy(Path.Combine(Root, kind, name), into);
        foreach (var absent in Directory.EnumerateFiles(into, $"*{Absent}"))
        {
            File.Delete(absent[..^Absent.Length]);
        }

        return into;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not (ExpectedName or NearName)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
