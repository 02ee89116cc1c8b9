using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.State;

/// <summary>A write that no read has shown yet: until then, what differs in these properties is how the system rewrote the values (clause O6).</summary>
/// <param name="Time">When, in ticks.</param>
/// <param name="Properties">The properties that were written.</param>
internal sealed record UnseenWrite(long Time, ImmutableArray<UnseenProperty> Properties)
{
    /// <summary>A write that took no drift back.</summary>
    public static UnseenWrite Of(long time, IEnumerable<int> places) => new(time, [.. places.Select(place => new UnseenProperty(place, null))]);

    /// <summary>The properties as the state keeps them: their slots, and behind a colon what was taken back.</summary>
    public string ToText(MappedEntity entity) => string.Join(' ', Properties.Select(property => property.TakenBack is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{entity.Slots[property.Place]}:{number}")
        : entity.Slots[property.Place].ToString(CultureInfo.InvariantCulture)));

    /// <summary>Reads what <see cref="ToText"/> wrote; what is no longer mapped is left out.</summary>
    public static IReadOnlyList<UnseenProperty> Read(MappedEntity entity, string text) => [.. text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split(':'))
        .Select(parts => new UnseenProperty(Array.IndexOf(entity.Slots, Number<int>(parts[0])), parts.Length > 1 ? Number<long>(parts[1]) : null))
        .Where(property => property.Place >= 0)];

    private static T Number<T>(string text)
        where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A property in a write that no read has shown yet.</summary>
/// <param name="Place">Its place.</param>
/// <param name="TakenBack">The number of the value that stood there as drift (clause R7) when it was written over; none where nothing did.</param>
internal readonly record struct UnseenProperty(int Place, long? TakenBack)
{
    /// <summary>The number of a value.</summary>
    public static long NumberOf(Value value) => Fingerprint.Start.Add(value.ToString()).Value;

    /// <summary>Whether this is the very value that was taken back: so nobody put it there again but the system itself (clauses O6, R7).</summary>
    public bool IsBack(Value value) => TakenBack == NumberOf(value);
}
