using System.Collections.Immutable;
using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>Files that are there already, so that nothing was written.</summary>
/// <param name="Files">The files, as a person sees them.</param>
/// <param name="Cure">What to do about it.</param>
internal sealed record FilesInTheWay(ImmutableArray<string> Files, string Cure) : IReport
{
    /// <inheritdoc/>
    public bool IsFailure => true;

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line($"{What}:");
        foreach (var file in Files)
        {
            page.Line($"  {file}");
        }

        page.Line(Cure);
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        new Failure($"{What}.", Cure).Write(json);
        json.WriteTexts("in_the_way", Files);
    }

    private string What => $"Nothing was written: {Count.Of(Files.Length, "file is", "files are")} in the way";
}
