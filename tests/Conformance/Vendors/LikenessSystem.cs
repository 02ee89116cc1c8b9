using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Vendors;

/// <summary>
/// Shows entities of a vendor as those of the suite: other names of properties and keys, and nothing else. A test of what the vendor's
/// entity does not have is left out.
/// </summary>
internal sealed class LikenessSystem(VendorWorld world, IReadOnlyDictionary<string, Likeness> likenesses, KeyNames names)
    : IConnectedSystem, ICompleteReader, IChangeReader, IKeyReader, IKeyLookup, IValueLookup, IWriter
{
    private readonly ConcurrentDictionary<string, EntityDescription> _seen = new(StringComparer.Ordinal);

    private RestSystem System => world.System;

    public Capabilities CapabilitiesOf(EntityDescription entity) => System.CapabilitiesOf(Seen(entity));

    public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) =>
        ShowAsync(ViewOf(request), System.ReadCompleteAsync(ViewOf(request).Request, cancellationToken), cancellationToken);

    public IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken) =>
        ShowAsync(ViewOf(request), System.ReadSinceAsync(ViewOf(request).Request, cursor, cancellationToken), cancellationToken);

    public async IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var keys in System.ReadKeysAsync(ViewOf(request).Request, cancellationToken))
            yield return [.. keys.Select(names.NameOf)];
    }

    public async Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        ViewOf(request).Show(await System.LookUpAsync(ViewOf(request).Request, [.. keys.Select(names.KeyOf)], cancellationToken));

    public async Task<RecordBatch> FindAsync(ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken)
    {
        var view = ViewOf(request);
        var paths = properties.Select(view.PathOf).ToList();
        if (!paths.Any(path => world.Definition.Entities[view.Request.Entity.Name].ValueLookup!.CanAsk(path)))
            Assert.Ignore($"The definition does not say how the vendor is asked for {string.Join(", ", paths)}.");
        return view.Show(await System.FindAsync(view.Request, paths, values, cancellationToken));
    }

    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
    {
        var view = ViewOf(new ReadRequest(batch.Entity, batch.Shape));
        var takesKeys = CapabilitiesOf(batch.Entity).TakesKeys;
        var outcomes = new List<WriteOutcome>();
        var requests = batch.Requests.Select(request => view.Hide(request, takesKeys)).ToList();
        var made = await System.WriteAsync(new WriteBatch(view.Request.Entity, view.Request.Shape, requests), cancellationToken);
        foreach (var (request, outcome) in batch.Requests.Zip(made))
        {
            if (request is CreateRequest create && outcome is Written written)
                names.Put(create.Key ?? written.Key, written.Key);
            outcomes.Add(view.Show(outcome));
        }

        return outcomes;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private EntityDescription Seen(EntityDescription entity) => _seen.GetOrAdd(entity.Name, name => likenesses.TryGetValue(name, out var likeness)
        ? likeness.DescriptionOf(entity, world.Entity(likeness.Entity))
        : throw new IgnoreException($"The vendor has nothing like {name}."));

    private LikenessView ViewOf(ReadRequest request) => new(request, Seen(request.Entity), likenesses[request.Entity.Name], names);

    private static async IAsyncEnumerable<RecordBatch> ShowAsync(LikenessView view, IAsyncEnumerable<RecordBatch> batches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.WithCancellation(cancellationToken))
            yield return view.Show(batch);
    }
}
