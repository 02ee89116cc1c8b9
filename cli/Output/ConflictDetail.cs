using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>One conflict.</summary>
/// <param name="Conflict">The conflict.</param>
internal sealed record ConflictDetail(ConflictStatus Conflict) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Heading("Conflict");
        ConflictForm.Write(page, Conflict);
        page.Line(Conflict.Waits
            ? $"What to do: 'sesamtalk conflicts resolve {Conflict.Number} --take source' or '--take target'; or change one side in its system."
            : $"Next: 'sesamtalk explain {Conflict.Winner} {Conflict.WinnerProperty}' tells what holds now.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json) => ConflictForm.Write(json, Conflict);
}
