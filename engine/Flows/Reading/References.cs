using System.Text.RegularExpressions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>
/// <c>${env:NAME}</c> and <c>${secret:NAME}</c> in a text of <c>systems.yaml</c>. They are looked at after the file was read, in
/// single texts only, so that no value of a variable can change the file's structure.
/// </summary>
internal static partial class References
{
    /// <summary>Whether a text holds a reference.</summary>
    public static bool HasAny(string text) => WellFormed().IsMatch(text);

    /// <summary>What is wrong with the references in a text, if anything.</summary>
    public static Diagnostic? Malformed(Located<string> text) =>
        WellFormed().Replace(text.Value, string.Empty).Contains("${", StringComparison.Ordinal)
            ? SystemFaults.MalformedReference(text.Place, text.Value)
            : null;

    /// <summary>The text with its references resolved; the faults tell which have no value.</summary>
    public static string Resolve(Located<string> text, SecretSource secrets, ICollection<Diagnostic> faults) =>
        WellFormed().Replace(text.Value, found => secrets.Find(found.Groups[1].Value, found.Groups[2].Value, text.Place, faults));

    [GeneratedRegex(@"\$\{(env|secret):([A-Za-z0-9_.-]+)\}")]
    private static partial Regex WellFormed();
}
