using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Engine.Documents;

/// <summary>
/// Recognises rows that name the same key on both sides. Their values mean something in their own system only, so such a row
/// is a reference that is translated, never a copy.
/// </summary>
internal static class ReferenceRows
{
    // Words that end in "id" and name no key.
    private static readonly string[] NoKeys = ["paid", "unpaid", "prepaid", "valid", "invalid", "void", "grid", "bid", "aid", "kid", "mid", "hybrid"];

    /// <summary>Whether a row is a reference; <paramref name="type"/> is what its Data Type says.</summary>
    public static bool Is(PropertyRow row, string? type, ResolvedSide source, ResolvedSide target)
    {
        string one = row.Source.Path;
        string other = row.Target.Path;
        return type is null or "string" or "integer" && one.Equals(other, StringComparison.OrdinalIgnoreCase)
            && ((EndsInId(one) && EndsInId(other)) || (IsKey(one, source) && IsKey(other, target)));
    }

    /// <summary>What a reference refers to, where both descriptions tell it.</summary>
    public static (string Source, string Target)? Of(PropertyRow row, ResolvedSide source, ResolvedSide target) =>
        Referred(row.Source.Path, source) is { } one && Referred(row.Target.Path, target) is { } other ? (one, other) : null;

    private static bool IsKey(string path, ResolvedSide side) =>
        side.Description is { } entity && (entity.Key.Property == path || entity.Property(path)?.References is not null);

    private static string? Referred(string path, ResolvedSide side) => side.Description switch
    {
        null => null,
        EntityDescription entity when entity.Key.Property == path => entity.Name,
        EntityDescription entity => entity.Property(path)?.References,
    };

    private static bool EndsInId(string path)
    {
        ReadOnlySpan<char> name = path.AsSpan(path.LastIndexOf('.') + 1);
        return name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && !NoKeys.Contains(LastWord(name), StringComparer.OrdinalIgnoreCase);
    }

    // "isPaid" and "is_paid" end in the word "paid"; "customerId" ends in "Id".
    private static string LastWord(ReadOnlySpan<char> name)
    {
        int start = name.Length - 1;
        while (start > 0 && !(char.IsUpper(name[start]) && !char.IsUpper(name[start - 1])) && name[start - 1] != '_')
            start--;
        return name[start..].ToString();
    }
}
