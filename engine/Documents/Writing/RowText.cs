namespace SesamTalk.Engine.Documents;

/// <summary>Writes a row of a property table.</summary>
internal static class RowText
{
    /// <summary>The row on one line, in braces, with what is left open behind it.</summary>
    public static string Of(RowDraft row)
    {
        string open = row is { Type: "reference", Of: null } ? "   # open: of: { source: ..., target: ... }" : "";
        return $"{{ {string.Join(", ", Parts(row))} }}{open}";
    }

    private static IEnumerable<string> Parts(RowDraft row)
    {
        yield return $"source: {YamlText.Scalar(row.Source)}";
        yield return $"target: {YamlText.Scalar(row.Target)}";
        if (row.Type is not null)
            yield return $"type: {row.Type}";
        if (row.Of is { } of)
            yield return $"of: {{ source: {YamlText.Scalar(of.Source)}, target: {YamlText.Scalar(of.Target)} }}";
        if (row.Convert is not null)
            yield return $"convert: {row.Convert}";
        if (ConditionText.Of(row) is { } condition)
            yield return $"when: {condition}";
        if (row.Kept is not null)
            yield return $"note: {YamlText.Scalar("Data Type " + row.Kept)}";
    }
}
