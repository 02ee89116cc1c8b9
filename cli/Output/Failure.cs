using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>Why there is no result.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Cure">What to do about it.</param>
internal sealed record Failure(string Message, string? Cure) : IReport
{
    /// <inheritdoc/>
    public bool IsFailure => true;

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line(Message);
        if (Cure is not null)
        {
            page.Line(Cure);
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("error");
        json.WriteString("message", Message);
        json.WriteString("cure", Cure);
        json.WriteEndObject();
    }
}
