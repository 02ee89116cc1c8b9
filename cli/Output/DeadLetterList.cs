using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>What systems did not accept or show.</summary>
/// <param name="Record">The record that was asked for; none for all.</param>
/// <param name="Letters">What was not accepted or shown.</param>
internal sealed record DeadLetterList(string? Record, ImmutableArray<DeadLetterStatus> Letters) : IReport
{
    private const int Most = 50;

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        if (Letters.IsEmpty)
        {
            page.Line("Every record was accepted and could be read.");
            return;
        }

        page.Heading(Record ?? $"Not accepted or not readable ({Count.Of(Letters.Length)})");
        foreach (var letter in Letters.Take(Most))
        {
            page.Line($"  {letter.Record}: {letter.What}, run {letter.Run}, {StatusText.Time(letter.RunStarted)}{(letter.IsDropped ? ", dropped" : string.Empty)}: {letter.Message}");
        }

        if (Letters.Length > Most)
        {
            page.Line($"  and {Count.Of(Letters.Length - Most)} more; '--format json' tells all of them");
        }

        page.Line("  What to do: correct the record; it is tried again when it changes. 'sesamtalk dead-letters retry RECORD' tries it as it is;");
        page.Line("  'sesamtalk dead-letters drop RECORD' takes it off the list.");
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json) => json.WriteList("dead_letters", Letters, letter =>
    {
        json.WriteString("record", letter.Record);
        json.WriteString("what", letter.What);
        json.WriteString("flow", letter.Flow);
        json.WriteString("message", letter.Message);
        json.WriteIdentifier("run", letter.Run);
        json.WriteTime("rejected", letter.RunStarted);
        json.WriteBoolean("dropped", letter.IsDropped);
    });
}
