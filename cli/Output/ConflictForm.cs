using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>A conflict in each of the forms.</summary>
internal static class ConflictForm
{
    /// <summary>For a person: where it was met, both sides, and what became of it.</summary>
    public static void Write(TextPage page, ConflictStatus conflict)
    {
        page.Line($"  {conflict.Number}  {conflict.Flow}, {conflict.Place}, run {conflict.Run}, {StatusText.Time(conflict.RunStarted)}: {Outcome(conflict)}");
        var (first, second) = Names(conflict);
        page.Line($"     {first} {conflict.Winner} {conflict.WinnerProperty}: {Value(conflict.WinnerValue)} (edited in {conflict.WinnerEdit})");
        page.Line($"     {second} {conflict.Loser} {conflict.LoserProperty}: {Value(conflict.LoserValue)} (edited in {conflict.LoserEdit})");
    }

    /// <summary>For a program: members of an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, ConflictStatus conflict)
    {
        json.WriteIdentifier("id", conflict.Number);
        json.WriteIdentifier("run", conflict.Run);
        json.WriteTime("recorded", conflict.RunStarted);
        json.WriteString("flow", conflict.Flow);
        json.WriteString("place", conflict.Place);
        json.WriteBoolean("waits", conflict.Waits);
        json.WriteString("decided_by", conflict.DecidedBy);
        json.WriteString("resolved_in", conflict.Resolved?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("taken", conflict.Taken);
        var (first, second) = Names(conflict);
        Write(json, first, conflict.Winner, conflict.WinnerProperty, conflict.WinnerValue, conflict.WinnerEdit);
        Write(json, second, conflict.Loser, conflict.LoserProperty, conflict.LoserValue, conflict.LoserEdit);
    }

    private static void Write(Utf8JsonWriter json, string side, string record, string property, string value, string edit)
    {
        json.WriteStartObject(side);
        json.WriteString("record", record);
        json.WriteString("property", property);
        json.WriteString("value", value);
        json.WriteString("edit", edit);
        json.WriteEndObject();
    }

    // Of one that waits nobody has won: a person chooses between source and target. Of one that a person left, neither is known to have.
    private static (string First, string Second) Names(ConflictStatus conflict) => conflict switch
    {
        { Waits: true } => conflict.WaitingSource == conflict.Winner ? ("source", "target") : ("target", "source"),
        _ when IsLeftToPerson(conflict) => ("one", "other"),
        _ => ("won", "lost"),
    };

    private static bool IsLeftToPerson(ConflictStatus conflict) => conflict.DecidedBy.StartsWith("review", StringComparison.Ordinal);

    private static string Outcome(ConflictStatus conflict) => conflict switch
    {
        { Waits: true } => "waits for a decision",
        { Resolved: { } run } => $"a person took the {conflict.Taken} in run {run}",
        _ when IsLeftToPerson(conflict) => "overtaken by a later edit",
        _ => $"decided by {conflict.DecidedBy}",
    };

    private static string Value(string value) => value.Length == 0 ? "(empty)" : value;
}
