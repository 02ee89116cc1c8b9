using System.Text;

namespace SesamTalk.Engine.Documents;

/// <summary>Writes the cells of property tables.</summary>
internal static class CellText
{
    /// <summary>A path, with the conditions of which one must hold.</summary>
    public static string Of(string path, IReadOnlyCollection<Clause> conditions)
    {
        if (conditions.Count == 0)
            return path;
        StringBuilder text = new(path);
        text.Append(" (");
        foreach (Clause clause in conditions)
            text.Append(Phrases.Clause).Append(clause.Value).Append(Phrases.ClauseIn).Append(clause.Path);
        return text.Append(')').ToString();
    }

    /// <summary>The cell of a type.</summary>
    /// <param name="type">The type as flows name it; none where the flow leaves it to the description.</param>
    /// <param name="removes">The text that the only conversion of the row takes out, if that is what it does.</param>
    /// <param name="convertsOtherwise">Whether there is any other conversion.</param>
    /// <param name="kept">What a document said and the flow could not.</param>
    public static string OfType(string? type, string? removes, bool convertsOtherwise, string? kept)
    {
        if (kept is not null)
            return kept;
        if (convertsOtherwise || (removes is not null && (type is not (null or "string") || removes.Contains('"', StringComparison.Ordinal))))
            return DataTypeReader.NotSaid;
        if (removes is not null)
            return $"\"replace\",\"{removes}\",\"\", \"string\"]";
        return type switch
        {
            "string" or "integer" or "decimal" or "boolean" or "list" => $"\"{type}\"",
            "reference" => "\"string\"",
            "date" => "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]",
            "datetime" => "\"datetime-format\",\"%Y-%m-%dT%H:%M:%SZ\",\"_.\"]",
            _ => DataTypeReader.NotSaid,
        };
    }
}
