using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Where the next read of an entity begins, as it is stored.</summary>
/// <param name="Changes">The place among what changed; <see langword="null"/> at the beginning.</param>
/// <param name="Deletes">The place among what was deleted.</param>
/// <param name="Epoch">The values of the system under which it holds.</param>
internal sealed record ReadCursor(CursorPlace? Changes, CursorPlace? Deletes, string Epoch)
{
    /// <summary>When everything was read, where that is to be done now and then; <see langword="null"/> where it does not matter or is not known.</summary>
    public DateTime? CompleteAt { get; init; }

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="CursorVoidException">It is none, or is one of another definition.</exception>
    public static ReadCursor Parse(string text, EntityForm form)
    {
        var parts = text.Split('|');
        return parts.Length is 4 or 5 && parts[0] == Mark(form) && TryPlace(parts[1], out var changes) && TryPlace(parts[2], out var deletes)
            ? new ReadCursor(changes, deletes, parts[3]) { CompleteAt = parts.Length == 5 && TryPlace(parts[4], out var complete) ? complete?.Instant : null }
            : throw new CursorVoidException($"the place '{text}' does not belong to how changes of {form.Name} are read now");
    }

    /// <summary>The text to store.</summary>
    public string ToText(EntityForm form) => $"{Mark(form)}|{Text(Changes)}|{Text(Deletes)}|{Epoch}{(CompleteAt is { } complete ? $"|{Text(CursorPlace.Of(complete))}" : string.Empty)}";

    // A cursor of another feed means nothing in this one.
    private static string Mark(EntityForm form)
    {
        var meaning = string.Join('\n', form.Name, form.Changes!.Cursor.Property, form.Changes.Cursor.IsTime, form.Deletes?.Cursor.Property, form.Deletes?.Cursor.IsTime);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(meaning)).AsSpan(0, 4));
    }

    private static bool TryPlace(string text, out CursorPlace? place)
    {
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        place = isNumber ? new CursorPlace(number) : null;
        return isNumber || text.Length == 0;
    }

    private static string Text(CursorPlace? place) => place?.Number.ToString(CultureInfo.InvariantCulture) ?? string.Empty;
}
