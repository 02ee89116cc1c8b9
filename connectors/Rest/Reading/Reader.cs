using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Reads entities: completely, since a cursor, and their keys (clauses O1, O5).</summary>
internal sealed class Reader(Service service, Epochs epochs, DeleteLogs deletes, ChildReader children, Parents parents, TimeProvider clock)
{
    /// <summary>Every record.</summary>
    public IAsyncEnumerable<RecordBatch> CompleteAsync(EntityForm form, ReadRequest request, CancellationToken cancellationToken) =>
        ReadAsync(form, request, form.Read!, null, cancellationToken);

    /// <summary>What changed since a cursor.</summary>
    public IAsyncEnumerable<RecordBatch> SinceAsync(EntityForm form, ReadRequest request, string cursor, CancellationToken cancellationToken) =>
        ReadAsync(form, request, form.Changes!.List, ReadCursor.Parse(cursor, form), cancellationToken);

    /// <summary>The keys of all records.</summary>
    public async IAsyncEnumerable<IReadOnlyList<string>> KeysAsync(EntityForm form, ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = new RowPlan(form, request.Entity with { Modified = null }, new Shape([]));
        if (form.Changes is { Cursor: var cursor })
        {
            // A feed of changes is always asked for what its cursor goes by: some give nothing without.
            plan.Need(cursor.Property, cursor.IsTime ? PropertyType.DateTime : PropertyType.Integer);
        }

        var read = new ListRead(service, form, form.Read!, plan, Start(form));
        await foreach (var page in read.PagesAsync(cancellationToken))
        {
            foreach (var keys in page.Rows.Where(row => row.Key is not null).Select(row => row.Key!).Distinct().Chunk(request.BatchSize))
            {
                yield return keys;
            }
        }
    }

    private async IAsyncEnumerable<RecordBatch> ReadAsync(
        EntityForm form, ReadRequest request, ListForm list, ReadCursor? since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var completeAt = CompleteAt(form, since);
        var epoch = await epochs.CurrentAsync(since?.Epoch, cancellationToken);
        var deleted = await DeletedAsync(form, request, since, cancellationToken);
        var tracker = form.Changes is { } changes ? new CursorTracker(changes.Cursor, since?.Changes) : null;
        RecordBatch? held = null;
        await foreach (var batch in PagesAsync(form, request, list, since, tracker, cancellationToken))
        {
            if (held is not null)
            {
                yield return held;
            }

            deleted.Keys.ExceptWith(batch.Records.Select(record => record.Key));
            held = batch;
        }

        cancellationToken.ThrowIfCancellationRequested();
        yield return held! with
        {
            Deleted = since is null ? [] : [.. deleted.Keys],
            Cursor = tracker is null ? null : new ReadCursor(tracker.Next(), deleted.Place, epoch) { CompleteAt = completeAt }.ToText(form),
        };
    }

    private async IAsyncEnumerable<RecordBatch> PagesAsync(
        EntityForm form, ReadRequest request, ListForm list, ReadCursor? since, CursorTracker? tracker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sought = new Sought(form, request);
        var place = form.Changes is { Cursor: var cursor } ? sought.Plan.Need(cursor.Property, cursor.IsTime ? PropertyType.DateTime : PropertyType.Integer) : null;
        var start = since?.Changes is { } from ? Placeholders.With(Placeholders.None, ("cursor", from.InRequest(form.Changes!.Cursor))) : Start(form);
        var read = new ListRead(service, form, list, sought.Plan, start) { VoidStatuses = since is null ? [] : form.Changes!.VoidStatuses };
        await foreach (var page in read.PagesAsync(cancellationToken))
        {
            tracker?.See(page, place!.Index);
            parents.See(sought, page.Rows);
            foreach (var batch in Batches.Of(page, request.BatchSize))
            {
                // Also within a page: a read that was cancelled must not end as if it were complete.
                cancellationToken.ThrowIfCancellationRequested();
                yield return await children.FillAsync(sought, batch, cancellationToken);
            }
        }
    }

    // What is deleted is read before what changed: a record that is deleted and there again shows among the changes.
    private async Task<(HashSet<string> Keys, CursorPlace? Place)> DeletedAsync(
        EntityForm form, ReadRequest request, ReadCursor? since, CancellationToken cancellationToken)
    {
        if (form.Deletes is null || form.Changes is null)
        {
            return ([], null);
        }

        return await deletes.SinceAsync(form, request, since is not null, since?.Deletes, cancellationToken);
    }

    // Where some changes do not show, everything is read once in a while: a cursor that is too old is of no use.
    private DateTime? CompleteAt(EntityForm form, ReadCursor? since)
    {
        if (form.Changes?.CompleteEvery is not { } every)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return since is null ? now
            : since.CompleteAt is { } complete && now - complete < every ? complete
            : throw new CursorVoidException($"not every change of {form.Name} shows among its changes: everything is read again");
    }

    private static Func<string, string?> Start(EntityForm form) => Placeholders.With(Placeholders.None, ("cursor", form.Changes?.Cursor.Start));
}
