using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Histories;

/// <summary>Histories as text, one thing a line: what a failure prints, and a test can be made of.</summary>
internal static class HistoryText
{
    private const string Between = " // ";

    /// <summary>Writes a history.</summary>
    public static string Write(History history) => string.Join(
        '\n',
        history.World.Systems.Select(s => Line("system", s.Name, s.Rank.ToString(CultureInfo.InvariantCulture), s.Skew.ToString(CultureInfo.InvariantCulture)))
            .Concat(history.World.Entities.Select(e => Line("entity", e.System, e.Description, string.Join(' ', e.Manners))))
            .Concat(history.World.Flows.Select(f => Line(
                "flow", f.Name, f.Source, f.Target, f.Words, f.Match, string.Join("; ", f.Rows))))
            .Concat(history.Acts.Select(a => Line(a.Verb, a.Subject, a.Text))));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static History Read(string text)
    {
        string[][] lines = [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("//", StringSplitOptions.TrimEntries))];
        return new History(
            new WorldPlan(
                [.. lines.Where(l => l[0] == "system").Select(l => new SystemPlan(l[1], Number(l[2]), Number(l[3])))],
                [.. lines.Where(l => l[0] == "entity").Select(l => new EntityPlan(l[1], l[2], [.. At(l, 3).Split(' ', StringSplitOptions.RemoveEmptyEntries)]))],
                [.. lines.Where(l => l[0] == "flow").Select(FlowOf)]),
            [.. lines.Where(l => l[0] is not ("system" or "entity" or "flow")).Select(l => new Act(l[0], At(l, 1), At(l, 2)))]);
    }

    private static FlowPlan FlowOf(string[] l)
    {
        var create = l[4].Split(' ');
        ImmutableArray<RowPlan> rows = [.. At(l, 6).Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(RowPlan.Read)];
        return new FlowPlan(l[1], l[2], l[3], create[0], At(l, 5), rows, create.Contains("duplicates"))
        {
            CreateWhen = create.FirstOrDefault(word => word.StartsWith("when=", StringComparison.Ordinal))?[5..],
            OnReference = create.FirstOrDefault(word => word.StartsWith("onref=", StringComparison.Ordinal))?[6..],
            Propagates = create.Contains("propagate"),
            Archive = create.FirstOrDefault(word => word.StartsWith("archive=", StringComparison.Ordinal))?[8..],
        };
    }

    private static string At(string[] parts, int place) => place < parts.Length ? parts[place] : string.Empty;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Line(params string[] parts) => string.Join(Between, parts).TrimEnd(' ', '/');
}
