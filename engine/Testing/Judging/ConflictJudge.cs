using System.Globalization;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Testing.Playing;
using SesamTalk.Engine.Testing.Reading;
using SesamTalk.Engine.Testing.Updating;

namespace SesamTalk.Engine.Testing.Judging;

/// <summary>Holds the recorded conflicts against those that a test expects (clause R4).</summary>
internal sealed class ConflictJudge(Flow flow, Outcome outcome)
{
    private const string Review = "review";

    /// <summary>What is not as expected.</summary>
    public IEnumerable<TestDifference> Compare(Expectation expect, Place test)
    {
        var actual = outcome.Conflicts.Select(conflict => new NamedConflict(conflict, NameOf(conflict), WinnerOf(conflict))).ToList();
        var correction = expect.Node is null ? null : new Correction.Set(expect.Node, "conflicts", Text(actual));
        return
        [
            .. from wanted in expect.Conflicts
               let found = actual.Where(it => it.IsAbout(wanted.Property.Value)).Select(it => it.Winner).Distinct().ToList()
               where !found.Contains(wanted.Winner.Value)
               select new TestDifference($"conflicts.{wanted.Property.Value}", wanted.Winner.Value, found.Count == 0 ? "no conflict" : string.Join(", ", found), wanted.Winner.Place) { Correction = correction },
            .. from it in actual.DistinctBy(it => (it.Name, it.Winner))
               where !expect.Conflicts.Any(wanted => it.IsAbout(wanted.Property.Value))
               select new TestDifference($"conflicts.{it.Name}", "no conflict", it.Told, test) { Correction = correction },
        ];
    }

    private static string? Text(List<NamedConflict> conflicts) =>
        conflicts.Count == 0 ? null : Shown.Written(conflicts.DistinctBy(it => it.Name).Select(it => (it.Name, it.Winner)));

    // What won is where the edit was made: it may already have come over when it met the other one.
    private string WinnerOf(ConflictStatus conflict) =>
        conflict.DecidedBy.StartsWith(Review, StringComparison.Ordinal) ? Review
        : outcome.Moments.Any(moment => moment.Source is { } source && conflict.WinnerEdit.StartsWith($"{flow.Source}/{source.Key},", StringComparison.Ordinal)) ? "source"
        : "target";

    // Where a record is gone on one side, it is its key that meets the edit of the other.
    private string NameOf(ConflictStatus conflict) =>
        IsKey(conflict.WinnerProperty) || IsKey(conflict.LoserProperty)
            ? ExpectationReader.Record
            : flow.Properties.FirstOrDefault(row => row.Place.Line == LineOf(conflict) && (row.Source == conflict.WinnerProperty || row.Target == conflict.WinnerProperty))?.Source ?? conflict.WinnerProperty;

    private static int LineOf(ConflictStatus conflict) => int.Parse(conflict.Place[(conflict.Place.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture);

    private bool IsKey(string property) => property == flow.Source.Entity.Key.Property || property == flow.Target.Entity.Key.Property;

    private sealed record NamedConflict(ConflictStatus Conflict, string Name, string Winner)
    {
        public string Told => $"{Winner}: '{Conflict.WinnerValue}' against '{Conflict.LoserValue}' ({Conflict.DecidedBy})";

        public bool IsAbout(string property) =>
            Name == property || Conflict.WinnerProperty == property || Conflict.LoserProperty == property || IsIn(Conflict.WinnerProperty, property) || IsIn(Conflict.LoserProperty, property);

        private static bool IsIn(string element, string list) => element.StartsWith(list + "[", StringComparison.Ordinal);
    }
}
