using System.Text;
using System.Text.RegularExpressions;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Kit;

/// <summary>Which tests cite which clause, found in the sources of all test projects.</summary>
internal static partial class ClauseIndex
{
    /// <summary>The citations: clause, file, and the test or, where a whole class cites it, the class.</summary>
    public static IReadOnlyList<(string Clause, string Name)> Read() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(ReadFile)
            .Distinct()
            .OrderBy(it => it.Name, StringComparer.Ordinal),
    ];

    /// <summary>The index as a page.</summary>
    public static string Page(IReadOnlyList<string> clauses)
    {
        var cited = Read().ToLookup(it => it.Clause, it => it.Name);
        var page = new StringBuilder("# Clauses and the tests that hold them\n\nMade from the tests (`[Clause(\"…\")]`); a class stands for all its tests. `dotnet test --filter Clause=I4` runs those of one clause.\n\n");
        foreach (var clause in clauses)
        {
            page.Append("## ").Append(clause).Append("\n\n");
            foreach (var name in cited[clause])
            {
                page.Append("- ").Append(name).Append('\n');
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static IEnumerable<(string Clause, string Name)> ReadFile(string file)
    {
        var (type, waiting) = (string.Empty, new List<string>());
        foreach (var line in File.ReadLines(file))
        {
            waiting.AddRange(Citation().Matches(line).Select(match => match.Groups[1].Value));
            if (Type().Match(line) is { Success: true } declared)
            {
                type = declared.Groups[1].Value;
                foreach (var clause in waiting)
                {
                    yield return (clause, type);
                }

                waiting.Clear();
            }
            else if (waiting.Count > 0 && Method().Match(line) is { Success: true } method)
            {
                foreach (var clause in waiting)
                {
                    yield return (clause, $"{type}: {method.Groups[1].Value.Replace('_', ' ')}");
                }

                waiting.Clear();
            }
        }
    }

    [GeneratedRegex("""\[Clause\("(\w+)"\)\]""")]
    private static partial Regex Citation();

    [GeneratedRegex(@"^\s*(?:public|internal)[\w\s]* class (\w+)")]
    private static partial Regex Type();

    [GeneratedRegex(@"^\s*public[\w\s<>\[\],?.]* (\w+)\(")]
    private static partial Regex Method();
}
