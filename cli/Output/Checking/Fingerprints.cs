using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Cli.Output.Checking;

/// <summary>
/// By what a diagnostic is known again in a later check: its code, file and message and the text of its line, but not the number of the
/// line, which changes with every line that is added above.
/// </summary>
internal sealed class Fingerprints(RepositoryPaths paths, IReadOnlyDictionary<string, SourceText> sources)
{
    private const int Digits = 16;

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>The next fingerprint: those that would be the same are numbered in the order in which they are asked for.</summary>
    public string Next(Diagnostic diagnostic)
    {
        var line = sources.GetValueOrDefault(diagnostic.Place.File)?.Line(diagnostic.Place.Line).Trim();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', diagnostic.Code, paths.PathOf(diagnostic.Place.File), diagnostic.Message, line)));
        var text = Convert.ToHexStringLower(hash)[..Digits];
        var number = _seen[text] = _seen.GetValueOrDefault(text) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{text}:{number}");
    }
}
