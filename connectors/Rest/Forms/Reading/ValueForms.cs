using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Values;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how values are written.</summary>
internal static class ValueForms
{
    private static readonly (string, DateTimeForm)[] DateTimes =
    [
        ("iso", DateTimeForm.Iso), ("iso_offset", DateTimeForm.IsoOffset), ("iso_local", DateTimeForm.IsoLocal), ("date_ms", DateTimeForm.DateMilliseconds),
        ("date_ms_local", DateTimeForm.DateMillisecondsLocal), ("unix_seconds", DateTimeForm.UnixSeconds), ("unix_ms", DateTimeForm.UnixMilliseconds),
    ];

    /// <summary>What a section says, laid over what holds otherwise.</summary>
    public static ValueForm Of(Section? section, ValueForm usual)
    {
        if (section is null)
        {
            return usual;
        }

        if (section.Text("pad") is not null != section.Number("length") is not null)
        {
            section.Faults.Missing(section.Place, "'pad' and 'length' belong together", "say both the side and the length, or neither");
        }

        return usual with
        {
            At = section.Text("at") ?? usual.At,
            DateTime = DateTimeOf(section) ?? usual.DateTime,
            Date = section.Word("date", ("iso", DateForm.Iso), ("iso_datetime", DateForm.IsoDateTime), ("date_ms", DateForm.DateMilliseconds)) ?? usual.Date,
            Zone = ZoneOf(section) ?? usual.Zone,
            Trims = section.Flag("trim") ?? usual.Trims || section.Text("pad") is not null,
            PadLength = section.Number("length") ?? usual.PadLength,
            PadsLeft = section.Text("pad") is { } side ? side == "left" : usual.PadsLeft,
            NumbersAsText = section.Text("numbers") is { } numbers ? numbers == "text" : usual.NumbersAsText,
            IsSent = section.Flag("sent") ?? usual.IsSent,
            Empty = section.Word("empty", ("null", EmptyForm.Null), ("text", EmptyForm.Text)) ?? usual.Empty,
            None = section.Texts("none") ?? usual.None,
        };
    }

    /// <summary>How instants are written, where the section says it.</summary>
    public static DateTimeForm? DateTimeOf(Section section) => section.Word("datetime", DateTimes);

    /// <summary>The time zone, where the section says it.</summary>
    public static TimeZoneInfo? ZoneOf(Section section)
    {
        if (section.Text("time_zone") is not { } name || name.Contains("${", StringComparison.Ordinal))
        {
            return null;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        section.Faults.NotUnderstood(section.PlaceOf("time_zone"), $"'{name}' is no time zone that this machine knows", "write a name such as UTC or Europe/Oslo");
        return null;
    }

    /// <summary>How the values of properties are written.</summary>
    /// <param name="section">The entity or the list whose <c>properties</c> are read.</param>
    /// <param name="usual">What holds otherwise.</param>
    /// <param name="known">The properties that there are; <see langword="null"/> where they are not known.</param>
    public static PropertyForms PropertiesOf(Section section, ValueForm usual, IReadOnlyList<string>? known)
    {
        foreach (var (entry, _) in section.Sections("properties").Where(it => known?.Contains(it.Entry.Key) == false))
        {
            section.Faults.Unknown(entry.KeyPlace, "property", entry.Key, known!);
        }

        return new PropertyForms(usual with { At = null }, section.Sections("properties").ToImmutableDictionary(it => it.Entry.Key, it => Of(it.Section, usual with { At = null })));
    }
}
