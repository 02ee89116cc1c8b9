using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Selecting;

/// <summary>
/// Writes a batch in which some properties are those of elements. A list is written as it stands in the system now, but for what
/// changes, so nothing else in it is lost; and only where what changes is what is believed to be there (clause W2).
/// </summary>
internal sealed class SelectingWriter(IConnectedSystem system, SelectedShape shape, WriteBatch batch)
{
    /// <summary>Writes the batch.</summary>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(CancellationToken cancellationToken)
    {
        var there = await LookUpAsync([.. batch.Requests.Where(IsSelecting).Select(KeyOf).OfType<string>()], cancellationToken);
        var folded = batch.Requests.Select(request => Fold(request, there)).ToList();
        WriteRequest[] sent = [.. folded.Select(it => it.Request).OfType<WriteRequest>()];
        var outcomes = new Queue<WriteOutcome>(sent.Length == 0
            ? []
            : await ((IWriter)system).WriteAsync(new WriteBatch(batch.Entity, shape.Asked, sent), cancellationToken));
        return [.. folded.Select(it => it.Outcome ?? shape.Project(outcomes.Dequeue()))];
    }

    private bool IsSelecting(WriteRequest request) => request switch
    {
        UpdateRequest update => update.Changes.Any(change => shape[change.Property] is not null),
        DeleteRequest delete => delete.Expected.Any(expected => shape[expected.Property] is not null),
        _ => false,
    };

    private static string? KeyOf(WriteRequest request) => request switch
    {
        UpdateRequest update => update.Key,
        DeleteRequest delete => delete.Key,
        _ => null,
    };

    private async Task<RecordBatch> LookUpAsync(string[] keys, CancellationToken cancellationToken) => keys.Length > 0 && system.CapabilitiesOf(batch.Entity).LooksUpByKey
        ? await ((IKeyLookup)system).LookUpAsync(new ReadRequest(batch.Entity, shape.Asked), keys, cancellationToken)
        : new RecordBatch([]);

    private (WriteRequest? Request, WriteOutcome? Outcome) Fold(WriteRequest request, RecordBatch there)
    {
        if (!IsSelecting(request))
        {
            return (Unfolded(request), null);
        }

        if (!system.CapabilitiesOf(batch.Entity).LooksUpByKey)
        {
            return (null, new Rejected($"a record of {batch.Entity.Name} cannot be looked up by its key, so nothing can be put into its lists without losing what else is in them"));
        }

        if (there.Faults.Any(fault => fault.Key == KeyOf(request)))
        {
            return (null, new Rejected("the list that the value belongs into cannot be read"));
        }

        var current = there.Records.FirstOrDefault(record => record.Key == KeyOf(request));
        return current is null || !IsAsBelieved(request, current) ? (null, new Changed(current is null ? null : shape.Project(current))) : (Folded(request, current), null);
    }

    private bool IsAsBelieved(WriteRequest request, Record current) => Expected(request)
        .Where(expected => shape[expected.Property] is not null)
        .All(expected => shape.ValueIn(current, expected.Property) is var value && (value == expected.Value || (CanonicalForm.IsEmpty(value) && CanonicalForm.IsEmpty(expected.Value))));

    private static IEnumerable<PropertyValue> Expected(WriteRequest request) => request is UpdateRequest update
        ? update.Changes.Select(change => new PropertyValue(change.Property, change.Expected))
        : ((DeleteRequest)request).Expected;

    // The record's own properties keep their values, and go to their places in what the system is asked for.
    private WriteRequest Unfolded(WriteRequest request) => request switch
    {
        CreateRequest create => create with { Values = [.. Own(create.Values), .. ListsWith(create.Values, _ => Value.None)] },
        UpdateRequest update => update with { Changes = [.. Own(update.Changes)] },
        DeleteRequest delete => delete with { Expected = [.. Own(delete.Expected)] },
        _ => request,
    };

    private WriteRequest Folded(WriteRequest request, Record current) => request switch
    {
        UpdateRequest update => update with
        {
            Changes =
            [
                .. Own(update.Changes),
                .. ListsWith(update.Changes.Select(change => new PropertyValue(change.Property, change.Value)), list => current.Values[list])
                    .Select(list => new PropertyChange(list.Property, current.Values[list.Property], list.Value)),
            ],
        },
        DeleteRequest delete => delete with
        {
            Expected = [.. Own(delete.Expected), .. delete.Expected.Where(it => shape[it.Property] is not null).Select(it => shape.PlaceOf(it.Property)).Distinct().Select(list => new PropertyValue(list, current.Values[list]))],
        },
        _ => request,
    };

    private IEnumerable<PropertyValue> Own(IEnumerable<PropertyValue> values) =>
        values.Where(value => shape[value.Property] is null).Select(value => value with { Property = shape.PlaceOf(value.Property) });

    private IEnumerable<PropertyChange> Own(IEnumerable<PropertyChange> changes) =>
        changes.Where(change => shape[change.Property] is null).Select(change => change with { Property = shape.PlaceOf(change.Property) });

    // Several values that go into one list make one list.
    private IEnumerable<PropertyValue> ListsWith(IEnumerable<PropertyValue> values, Func<int, Value> there) => values
        .Where(value => shape[value.Property] is not null)
        .GroupBy(value => shape.PlaceOf(value.Property))
        .Select(list => new PropertyValue(list.Key, list.Aggregate(there(list.Key), (folded, value) => shape[value.Property]!.With(folded, value.Value))));
}
