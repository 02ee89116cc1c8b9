using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Testing.Judging;

/// <summary>Values for a person, and as they are written in a test file.</summary>
internal static class Shown
{
    /// <summary>Stands for no value and for no record.</summary>
    public const string Nothing = "nothing";

    /// <summary>A value for a person; a sensitive one is never shown (clause H3).</summary>
    public static string Of(Value value, bool sensitive = false) => CanonicalForm.IsEmpty(value) && value.Kind != ValueKind.Text ? Nothing
        : sensitive ? Masked.Text
        : value.Kind == ValueKind.Text ? $"'{value.AsText}'"
        : Written(value);

    /// <summary>A value as it is written in a file.</summary>
    public static string Written(Value value) => value.Kind switch
    {
        ValueKind.None => "null",
        ValueKind.Text => YamlText.Scalar(value.AsText),
        ValueKind.List => $"[{string.Join(", ", value.AsList.Select(Written))}]",
        _ => value.ToString(),
    };

    /// <summary>Properties with values as they are written in a file.</summary>
    public static string Written(IEnumerable<(string Path, string Text)> values) =>
        values.Select(value => $"{YamlText.Scalar(value.Path)}: {value.Text}").ToList() is { Count: > 0 } parts ? $"{{ {string.Join(", ", parts)} }}" : "{}";
}
