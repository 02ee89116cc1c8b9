using System.Globalization;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows.Reading.Yaml;

/// <summary>A single value. Only <c>true</c>, <c>false</c>, plain numbers and <c>null</c> are typed; all else is text.</summary>
internal sealed class ScalarNode(Place place, string text, bool quoted) : SourceNode(place)
{
    private static readonly NumberFormatInfo Invariant = NumberFormatInfo.InvariantInfo;

    /// <summary>The text as it stands in the file, without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>What it is.</summary>
    public ScalarKind Kind { get; } = quoted ? ScalarKind.Text : KindOf(text);

    /// <summary>The whole number. Valid for <see cref="ScalarKind.Integer"/> only.</summary>
    public long Integer => long.Parse(Text, Invariant);

    /// <summary>The number. Valid for <see cref="ScalarKind.Integer"/> and <see cref="ScalarKind.Number"/> only.</summary>
    public decimal Number => decimal.Parse(Text, Invariant);

    /// <summary>The truth value. Valid for <see cref="ScalarKind.Boolean"/> only.</summary>
    public bool Truth => Text == "true";

    private static ScalarKind KindOf(string text) => text switch
    {
        "" or "null" => ScalarKind.Null,
        "true" or "false" => ScalarKind.Boolean,
        _ when !IsPlainNumber(text) => ScalarKind.Text,
        _ => text.Contains('.', StringComparison.Ordinal) ? ScalarKind.Number : ScalarKind.Integer,
    };

    // 010 is text (a postal code, an account number), and so are 1e5, +1, .5 and 1_000; so is what no number type holds.
    private static bool IsPlainNumber(string text)
    {
        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        return IsDigits(whole) && (whole.Length == 1 || whole[0] != '0') && (point < 0 ? Fits(text) : IsDigits(digits[(point + 1)..]) && text.Length < 28);
    }

    private static bool Fits(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out _);

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}

/// <summary>What a single value is.</summary>
internal enum ScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a decimal point.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Nothing.</summary>
    Null,
}
