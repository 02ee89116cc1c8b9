using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SesamTalk.Sandbox.ExactOnline.Query;

/// <summary>What a piece of a filter is.</summary>
internal enum FilterTokenKind
{
    /// <summary>A name or a word of the language.</summary>
    Word,

    /// <summary>Text in single quotes, unescaped.</summary>
    Text,

    /// <summary>The text of <c>guid'…'</c>.</summary>
    Guid,

    /// <summary>The text of <c>datetime'…'</c>.</summary>
    DateTime,

    /// <summary>A number, without its suffix.</summary>
    Number,

    /// <summary>A bracket or a comma.</summary>
    Sign,

    /// <summary>The end.</summary>
    End,
}

/// <summary>A piece of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, string Text);

/// <summary>Cuts a filter into its pieces.</summary>
internal static partial class FilterTokens
{
    /// <summary>The pieces, with the end.</summary>
    /// <exception cref="ExactRefusalException">Something in it is no piece of a filter.</exception>
    public static ImmutableArray<FilterToken> Of(string filter)
    {
        var tokens = ImmutableArray.CreateBuilder<FilterToken>();
        for (var place = 0; place < filter.Length;)
        {
            var match = Piece().Match(filter, place);
            if (!match.Success)
            {
                throw ExactRefusalException.Malformed($"Syntax error at position {place} in '{filter}'.");
            }

            place += match.Length;
            if (!match.Groups["space"].Success)
            {
                tokens.Add(Token(match));
            }
        }

        tokens.Add(new FilterToken(FilterTokenKind.End, string.Empty));
        return tokens.ToImmutable();
    }

    private static FilterToken Token(Match match) =>
        match.Groups["word"] is { Success: true } word ? new(FilterTokenKind.Word, word.Value)
        : match.Groups["number"] is { Success: true } number ? new(FilterTokenKind.Number, number.Value)
        : match.Groups["sign"] is { Success: true } sign ? new(FilterTokenKind.Sign, sign.Value)
        : new(KindOf(match.Groups["prefix"].Value), match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal));

    private static FilterTokenKind KindOf(string prefix) => prefix.ToUpperInvariant() switch
    {
        "GUID" => FilterTokenKind.Guid,
        "DATETIME" => FilterTokenKind.DateTime,
        _ => FilterTokenKind.Text,
    };

    [GeneratedRegex(@"\G(?:(?<space>\s+)|(?<prefix>guid|datetime)?'(?<text>(?:[^']|'')*)'|(?<number>-?\d+(?:\.\d+)?)[LlMmDdFf]?(?![\w.])|(?<word>[A-Za-z_][\w/]*)|(?<sign>[(),]))")]
    private static partial Regex Piece();
}
