using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace SesamTalk.Engine.Proposing;

/// <summary>The words that a name is made of, however it is spelt: <c>customer_no</c>, <c>CustomerNumber</c> and <c>customer.nr</c> are made of the same.</summary>
internal static partial class NameWords
{
    private const int ShortestPlural = 4;

    /// <summary>The words of a name, each in the form that stands for all that mean the same.</summary>
    public static ImmutableArray<string> Of(string name)
    {
        string[] words = [.. Word().Matches(name).Select(word => word.Value.ToLowerInvariant())];
        var found = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < words.Length;)
        {
            var length = Math.Min(Vocabulary.LongestPhrase, words.Length - at);
            while (length > 1 && Phrase(words, at, length) is null)
            {
                length--;
            }

            found.Add(Phrase(words, at, length) ?? Singular(words[at]));
            at += length;
        }

        return found.ToImmutable();
    }

    private static string? Phrase(string[] words, int at, int length)
    {
        var phrase = string.Join(' ', words, at, length);
        return Vocabulary.Find(phrase) ?? Vocabulary.Find(Singular(phrase));
    }

    private static string Singular(string word) =>
        word.Length < ShortestPlural || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) ? word
            : word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
            : word[..^1];

    // A run of capitals is one word, such as VAT in VATNumber.
    [GeneratedRegex(@"\p{Lu}+(?![\p{Ll}])|\p{Lu}?[\p{Ll}]+|[0-9]+|\p{Lo}+")]
    private static partial Regex Word();
}
