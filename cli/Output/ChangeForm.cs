using System.Globalization;
using System.Text.Json;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.History;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>An applied change in each of the forms.</summary>
internal static class ChangeForm
{
    /// <summary>For a person: what was done, and by whose edit.</summary>
    public static string Line(JournalEntry change) =>
        $"run {change.Run.ToString(CultureInfo.InvariantCulture)}, {StatusText.Time(change.RunStarted)}: {change.Property} {What(change)}, {Edit(change)}, by {change.Flow}, {change.File}:{change.Line}";

    /// <summary>For a program: members of an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, JournalEntry change)
    {
        json.WriteIdentifier("run", change.Run);
        json.WriteTime("applied", change.RunStarted);
        json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
        json.WriteString("property", change.Property);
        WriteValue(json, "before", change.Before);
        WriteValue(json, "after", change.After);
        json.WriteString("edited_in", change.EditOrigin);
        json.WriteTime("edited", change.EditTime);
        json.WriteString("flow", change.Flow);
        json.WriteString("file", change.File);
        json.WriteNumber("line", change.Line);
    }

    /// <summary>A value for a program: as text, or null where there is none.</summary>
    public static void WriteValue(Utf8JsonWriter json, string name, Value value) => json.WriteString(name, value.IsNone ? null : value.ToString());

    /// <summary>A value for a person.</summary>
    public static string Shown(Value value) => value.ToString() is { Length: > 0 } text ? text : "(empty)";

    private static string What(JournalEntry change) => change.Kind == ChangeKind.Created
        ? $"made with {Shown(change.After)}"
        : $"from {Shown(change.Before)} to {Shown(change.After)}";

    private static string Edit(JournalEntry change) => change.EditTime is { } time
        ? $"edited in {change.EditOrigin}, {StatusText.Time(time)}"
        : $"found in {change.EditOrigin} at first sight";
}
