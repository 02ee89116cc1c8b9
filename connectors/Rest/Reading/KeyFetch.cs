using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Asks for rows by keys: a request a key, or several keys a request.</summary>
internal sealed class KeyFetch(Service service, EntityForm form, KeyLookupForm lookup, RowPlan plan)
{
    // Enough to hide the way there and back; the transport bounds it further.
    private const int AtATime = 4;

    private readonly RecordReader _reader = new(plan);

    /// <summary>The rows of the keys that there are.</summary>
    /// <param name="keys">The keys, each once.</param>
    /// <param name="parentOf">The record that the address of a key names beside it.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    public async Task<List<ReadRow>> RowsAsync(IReadOnlyList<string> keys, Func<string, string?> parentOf, CancellationToken cancellationToken)
    {
        var found = new List<ReadRow>();
        if (lookup.Several is { } several)
        {
            foreach (var part in keys.Where(key => key.Length > 0).Chunk(several.Most))
            {
                found.AddRange(await SeveralAsync(several, part, cancellationToken));
            }

            return found;
        }

        foreach (var part in keys.Where(key => CanAsk(key, parentOf(key))).Chunk(AtATime))
        {
            found.AddRange((await Task.WhenAll(part.Select(key => OneAsync(key, parentOf(key), cancellationToken)))).SelectMany(rows => rows));
        }

        return found;
    }

    /// <summary>The answer to the request of one key.</summary>
    public Task<RestResponse> AskAsync(string key, string? parent, CancellationToken cancellationToken)
    {
        var placeholders = ListPlaceholders.Of(plan, Placeholders.None).With(("key", key), ("parent", parent));
        return service.GetAsync(service.AddressOf(lookup.Path, lookup.Parameters, placeholders), form, cancellationToken);
    }

    /// <summary>Whether a key can be asked for by an address of its own.</summary>
    public bool CanAsk(string key, string? parent) => Address.CanStandInPath(key) && (form.Parent is null || parent is not null);

    /// <summary>The row in an answer; <see langword="null"/> where there is none.</summary>
    public ReadRow? RowIn(RestResponse response)
    {
        if (response.Content.Length == 0)
        {
            return null;
        }

        ReadRow? row = null;
        AnswerReader.Read(response.Content.Span, Envelope.OfRecord(lookup.Record), (ref System.Text.Json.Utf8JsonReader json) => row = _reader.Read(ref json));
        return row ?? throw new SystemUnavailableException($"the answer for a record of {form.Name} has no record at {string.Join(" or ", lookup.Record.Select(place => $"'{place}'"))}");
    }

    private async Task<IReadOnlyList<ReadRow>> OneAsync(string key, string? parent, CancellationToken cancellationToken)
    {
        await using var response = await AskAsync(key, parent, cancellationToken);
        if (response.Failure is { } failure)
        {
            // Only the system's own word makes a record missing: a request that it does not understand says nothing of the record.
            return failure.Kind == FailureKind.Missing ? [] : throw ListFailure.Of(form, service.Base, failure);
        }

        return RowIn(response) is { } row ? [row] : [];
    }

    private async Task<List<ReadRow>> SeveralAsync(SeveralForm several, string[] keys, CancellationToken cancellationToken)
    {
        var text = string.Join(several.Separator, keys.Select(key => several.Each.Render(Placeholders.With(Placeholders.None, ("key", key)))));
        var read = new ListRead(service, form, several.List, plan, Placeholders.With(Placeholders.None, ("keys", text)));
        var rows = new List<ReadRow>();
        await foreach (var page in read.PagesAsync(cancellationToken))
        {
            rows.AddRange(page.Rows);
        }

        return rows;
    }
}
