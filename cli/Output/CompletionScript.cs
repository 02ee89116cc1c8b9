using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>The script for a shell.</summary>
/// <param name="Shell">The shell.</param>
/// <param name="Script">Its text.</param>
internal sealed record CompletionScript(string Shell, string Script) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page) => page.Line(Script.TrimEnd('\n'));

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteString("shell", Shell);
        json.WriteString("script", Script);
    }
}
