using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SesamTalk.Cli.Output;

/// <summary>A page for a person: lines of text, and tables.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="width">How many columns there are.</param>
/// <param name="colours">Whether escape sequences for colours are welcome.</param>
internal sealed class TextPage(TextWriter writer, int width, bool colours)
{
    /// <summary>How many columns there are.</summary>
    public int Width => width;

    /// <summary>A line.</summary>
    public void Line(string text = "") => writer.Write(text + "\n");

    /// <summary>A heading.</summary>
    public void Heading(string text) => Line(colours ? $"\u001b[1m{text}\u001b[0m" : text);

    /// <summary>Draws something, without empty lines around it and blanks at the ends of lines.</summary>
    /// <returns>Whether the page is wide enough for it; else nothing is drawn.</returns>
    public bool TryDraw(IRenderable drawing)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Surroundings.Unbounded;
        console.Write(drawing);
        string[] lines = [.. text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
        if (lines.Max(line => line.Length) > width)
        {
            return false;
        }

        Line(string.Join('\n', lines).Trim('\n'));
        return true;
    }
}
