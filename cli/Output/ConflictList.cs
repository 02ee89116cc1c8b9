using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>Conflicts.</summary>
/// <param name="Conflicts">Those that are told, oldest first.</param>
/// <param name="Found">How many there are of the kind that was asked for.</param>
/// <param name="Recorded">How many are recorded, the decided ones included.</param>
/// <param name="All">Whether the decided ones were asked for.</param>
internal sealed record ConflictList(ImmutableArray<ConflictStatus> Conflicts, int Found, long Recorded, bool All) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Heading(All ? $"Conflicts ({Size()})" : Found == 0 ? "No conflict waits for a decision." : $"Waiting for a decision ({Size()})");
        foreach (var conflict in Conflicts)
        {
            ConflictForm.Write(page, conflict);
        }

        if (Conflicts.Any(conflict => conflict.Waits))
        {
            page.Line("  What to do: 'sesamtalk conflicts resolve ID --take source' or '--take target'; or change one side in its system.");
        }

        if (!All)
        {
            page.Line(Recorded == Found ? "No others are recorded." : $"{Count.Of(Recorded - Found, "other")} recorded that no longer wait: '--all' lists them.");
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("found", Found);
        json.WriteNumber("recorded", Recorded);
        json.WriteList("conflicts", Conflicts, conflict => ConflictForm.Write(json, conflict));
    }

    private string Size() => Found > Conflicts.Length ? $"{Count.Of(Found)}, the newest {Count.Of(Conflicts.Length)} are listed" : Count.Of(Found);
}
