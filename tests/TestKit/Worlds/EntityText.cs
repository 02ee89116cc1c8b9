using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.TestKit.Worlds;

/// <summary>
/// Entities in short: <c>Person [client keys, no create, natural name]: name(10)!, mail email, age integer, code readonly, company -> Company</c>.
/// The key is always <c>id</c>; <c>!</c> marks what is mandatory, <c>(10)</c> the greatest length; a property without a type is text.
/// <c>lines[no! integer + item -> Item + amount decimal]</c> is a list of elements, each with an <c>id</c> that the system gives.
/// </summary>
internal static partial class EntityText
{
    public static EntityDescription Read(string text)
    {
        var parts = Whole().Match(text);
        var qualifiers = parts.Groups["qualifiers"].Value;
        var properties = parts.Groups["properties"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var key = new KeyDescription("id", qualifiers.Contains("client keys", StringComparison.Ordinal) ? KeyGiver.Client : KeyGiver.System);
        return new EntityDescription(parts.Groups["name"].Value, key, [KeyProperty, .. properties.Select(ReadProperty)])
        {
            CanCreate = !qualifiers.Contains("no create", StringComparison.Ordinal),
            NaturalKeys = [.. Natural().Matches(qualifiers).Select(match => ImmutableArray.Create(match.Groups["path"].Value))],
            CanUpdate = !qualifiers.Contains("no update", StringComparison.Ordinal),
            CanDelete = !qualifiers.Contains("no delete", StringComparison.Ordinal),
        };
    }

    private static PropertyDescription KeyProperty { get; } = new("id", PropertyType.String) { Access = WriteAccess.Never };

    private static PropertyDescription ReadProperty(string text)
    {
        if (text.IndexOf('[', StringComparison.Ordinal) is var bracket and > 0)
            return new PropertyDescription(text[..bracket], PropertyType.List) { Elements = ReadElements(text[(bracket + 1)..^1]) };
        var parts = Property().Match(text);
        if (!parts.Success)
            throw new FormatException($"'{text}' is not a property of a test entity.");
        var words = parts.Groups["words"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new PropertyDescription(parts.Groups["path"].Value, TypeOf(words))
        {
            Mandatory = parts.Groups["mandatory"].Success,
            MaxLength = parts.Groups["length"].Success ? int.Parse(parts.Groups["length"].Value, CultureInfo.InvariantCulture) : null,
            References = parts.Groups["entity"].Success ? parts.Groups["entity"].Value : null,
            Format = words.Contains("email") ? "email" : null,
            Access = AccessOf(words),
            PrecisionTicks = words.Contains("seconds") ? TimeSpan.TicksPerSecond : 1,
        };
    }

    private static ElementsDescription ReadElements(string text) =>
        new("id", [KeyProperty with { Type = PropertyType.Integer }, .. text.Split('+', StringSplitOptions.TrimEntries).Select(ReadProperty)]);

    private static PropertyType TypeOf(string[] words) =>
        words.Select(word => Enum.TryParse<PropertyType>(word, ignoreCase: true, out var type) ? type : PropertyType.Any)
            .FirstOrDefault(type => type != PropertyType.Any, PropertyType.String);

    private static WriteAccess AccessOf(string[] words) =>
        words.Contains("readonly") ? WriteAccess.Never : words.Contains("createonly") ? WriteAccess.CreateOnly : WriteAccess.Always;

    [GeneratedRegex(@"^(?<name>\w+)(?: \[(?<qualifiers>[^\]]*)\])?:(?<properties>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"natural (?<path>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Natural();

    [GeneratedRegex(@"^(?<path>[\w.]+)(?:\((?<length>\d+)\))?(?<mandatory>!)?(?: -> (?<entity>\w+))?(?<words>(?: \w+)*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Property();
}
