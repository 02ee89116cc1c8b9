using System.Collections.Immutable;
using System.Reflection;

namespace SesamTalk.Cli.Completing;

/// <summary>The scripts for shells, as they lie in <c>Scripts/</c> beside this class.</summary>
internal static class CompletionScripts
{
    /// <summary>The shells that there is a script for.</summary>
    public static ImmutableArray<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script for a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public static string Of(string shell)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"completion/{shell}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
