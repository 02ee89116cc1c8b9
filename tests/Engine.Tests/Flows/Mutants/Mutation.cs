using System.Text.RegularExpressions;

namespace SesamTalk.Engine.Tests.Language.Mutants;

/// <summary>A way to break a flow file.</summary>
/// <param name="Name">What it does.</param>
/// <param name="IsAlwaysWrong">Whether no file that it makes can be right.</param>
/// <param name="Break">The broken text, of that of the file and that of another; <see langword="null"/> where the file has nothing that can be broken so.</param>
internal sealed partial record Mutation(string Name, bool IsAlwaysWrong, Func<string, string, Random, string?> Break)
{
    private static readonly string[] Types = ["string", "integer", "decimal", "boolean", "date", "datetime", "list", "reference"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("rename", true, (text, _, random) => Replace(text, Names, random, name => Misspelt(name, random))),
        new("delete", false, (text, _, random) => WithLines(text, random, (lines, at) => lines.RemoveAt(at))),
        new("retype", true, (text, _, random) => Replace(text, TypeWords, random, type => Other(type, random))),
        new("duplicate", false, (text, _, random) => WithLines(text, random, (lines, at) => lines.Insert(at, lines[at]))),
        new("swap", false, (text, _, random) => Swapped(text, random)),
        new("cut", false, (text, _, random) => text[..random.Next(text.Length)]),
        new("mix up", true, (text, other, _) => other),
    ];

    private static string? Replace(string text, Regex what, Random random, Func<string, string> with)
    {
        var matches = what.Matches(text);
        if (matches.Count == 0)
        {
            return null;
        }

        var word = matches[random.Next(matches.Count)].Groups["word"];
        return $"{text[..word.Index]}{with(word.Value)}{text[(word.Index + word.Length)..]}";
    }

    // A letter is left out, doubled, or put in upper case if it was in lower case and the other way round.
    private static string Misspelt(string name, Random random)
    {
        var at = random.Next(name.Length);
        var letter = name[at];
        return random.Next(3) switch
        {
            0 when name.Length > 1 => name.Remove(at, 1),
            1 when char.IsLetter(letter) => $"{name[..at]}{(char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))}{name[(at + 1)..]}",
            _ => name.Insert(at, "x"),
        };
    }

    private static string Other(string type, Random random)
    {
        string[] others = [.. Types.Where(other => other != type)];
        return others[random.Next(others.Length)];
    }

    private static string? Swapped(string text, Random random)
    {
        var rows = Rows.Matches(text);
        if (rows.Count < 2)
        {
            return null;
        }

        var row = rows[random.Next(rows.Count)];
        var other = random.Next(2) == 0 ? row.Groups["source"] : rows[random.Next(rows.Count)].Groups["target"];
        Group[] both = [.. new[] { row.Groups["target"], other }.OrderBy(group => group.Index)];
        return both[0].Index == both[1].Index ? null
            : $"{text[..both[0].Index]}{both[1].Value}{text[(both[0].Index + both[0].Length)..both[1].Index]}{both[0].Value}{text[(both[1].Index + both[1].Length)..]}";
    }

    private static string WithLines(string text, Random random, Action<List<string>, int> change)
    {
        var lines = text.Split('\n').ToList();
        int[] meant = [.. Enumerable.Range(0, lines.Count).Where(i => lines[i].Trim() is { Length: > 0 } line && line[0] != '#')];
        change(lines, meant[random.Next(meant.Length)]);
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"(?<=[{,]\s*|^\s*-?\s*)(source|target|system|entity):\s+(?<word>[\w.]+[\w])(?=\s*[,}]|\s*$)", RegexOptions.Multiline)]
    private static partial Regex Names { get; }

    [GeneratedRegex(@"\btype:\s+(?<word>\w+)")]
    private static partial Regex TypeWords { get; }

    [GeneratedRegex(@"source:\s+(?<source>[\w.]+),\s+target:\s+(?<target>[\w.]+)")]
    private static partial Regex Rows { get; }
}
