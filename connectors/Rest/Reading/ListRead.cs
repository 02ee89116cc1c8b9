using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Reads a list page by page; the next page is fetched while one is worked on, and no more than that.</summary>
internal sealed class ListRead
{
    private readonly Service _service;
    private readonly EntityForm _form;
    private readonly ListForm _list;
    private readonly RecordReader _reader;
    private readonly Envelope _envelope;
    private readonly Slot? _last;
    private readonly Uri _first;

    /// <summary>A read.</summary>
    /// <param name="service">The service.</param>
    /// <param name="form">The entity.</param>
    /// <param name="list">The list.</param>
    /// <param name="plan">What to read of a row.</param>
    /// <param name="placeholders">What placeholders of the request stand for.</param>
    public ListRead(Service service, EntityForm form, ListForm list, RowPlan plan, Func<string, string?> placeholders)
    {
        (_service, _form, _list) = (service, form, list);
        _last = list.Paging is { Kind: PagingKind.SkipToken, Property: { } property } ? plan.Need(property) : null;
        _reader = new RecordReader(plan);
        _envelope = Envelope.OfRows(list.Rows, list.Paging.Next is { Header: null, Path: { } link } ? [link] : []);
        _first = NextPage.First(service.AddressOf(list.Path, list.Parameters, ListPlaceholders.Of(list, plan, placeholders)), list.Paging);
    }

    /// <summary>The statuses after which a cursor no longer holds.</summary>
    public IReadOnlyList<int> VoidStatuses { get; init; } = [];

    /// <summary>The pages, at least one.</summary>
    public async IAsyncEnumerable<Page> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ahead = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<Page>? next = FetchAsync(_first, ahead.Token);
        Page? previous = null;
        try
        {
            while (next is not null)
            {
                var page = await next;
                cancellationToken.ThrowIfCancellationRequested();
                Check(page, previous);
                next = page.Next is { } following ? FetchAsync(following, ahead.Token) : null;
                previous = page;
                yield return page;
            }
        }
        finally
        {
            if (next is not null)
            {
                await ahead.CancelAsync();
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The first page, with the rows as they were sent.</summary>
    /// <exception cref="SystemFailureException">The system is not reached, or does not permit it.</exception>
    public async Task<SampleRows> SampleAsync(CancellationToken cancellationToken)
    {
        await using var response = await _service.GetAsync(_first, _form, cancellationToken);
        var rows = new SampleRows([], []);
        if (_list.EmptyStatuses.Contains(response.Status))
        {
            return rows;
        }

        if (response.Failure is { } failure)
        {
            return rows with { Trouble = ListFailure.Of(_form, _first, failure) };
        }

        var found = AnswerReader.Read(response.Content.Span, _envelope, (ref Utf8JsonReader json) =>
        {
            var again = json;
            rows.Json.Add(JsonElement.ParseValue(ref again));
            rows.Read.Add(_reader.Read(ref json));
        });
        return found.HasRows ? rows : rows with { Trouble = ListFailure.NoList(_form, _list) };
    }

    // A service that does not understand how it is asked for the next page would give the first one for ever.
    private void Check(Page page, Page? previous)
    {
        if (page.Next == page.Address || page.Repeats(previous))
        {
            throw new SystemRefusedException(
                $"{_form.Name} gives the same page again: the next one is asked for in a way that the system does not understand",
                $"Correct 'paging' of {_form.Name} in the definition.");
        }
    }

    private async Task<Page> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        await using var response = await _service.GetAsync(address, _form, cancellationToken);
        if (_list.EmptyStatuses.Contains(response.Status))
        {
            return new Page(address, []) { ServerTime = TimeOf(response) };
        }

        if (response.Failure is { } failure)
        {
            throw VoidStatuses.Contains(response.Status) ? new CursorVoidException(failure.Message) : ListFailure.Of(_form, address, failure);
        }

        return Read(address, response);
    }

    private Page Read(Uri address, RestResponse response)
    {
        var rows = new List<ReadRow>();
        var found = AnswerReader.Read(response.Content.Span, _envelope, (ref Utf8JsonReader json) => rows.Add(_reader.Read(ref json)));
        if (!found.HasRows)
        {
            throw ListFailure.NoList(_form, _list);
        }

        var link = _list.Paging.Next is { Header: not null } place ? NextPage.InHeader(place, response) : found.Texts.FirstOrDefault();
        var last = _last is { } slot && rows.Count > 0 ? rows[^1].Values[slot.Index].ToString() : null;
        return new Page(address, rows)
        {
            Next = NextPage.After(_service, _list.Paging, address, rows.Count, link, last),
            ServerTime = TimeOf(response),
        };
    }

    private static DateTime? TimeOf(RestResponse response) =>
        DateTimeOffset.TryParse(response.Header("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.UtcDateTime : null;
}
