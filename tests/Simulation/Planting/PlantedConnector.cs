using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Simulation.Planting;

/// <summary>What is broken between the engine and the systems.</summary>
internal sealed record PlantedTroubles
{
    public bool LosesHalfOfReads { get; init; }

    public bool RepeatsBlindly { get; init; }

    public bool OverwritesUnseen { get; init; }

    public bool AnswersWhatWasSent { get; init; }

    public bool TakesLostForDone { get; init; }
}

/// <summary>A connector that breaks a clause on the way.</summary>
internal sealed class PlantedConnector(IConnector inner, PlantedTroubles troubles) : IConnector
{
    public string Name => inner.Name;

    public ImmutableArray<SettingDescription> Settings => inner.Settings;

    /// <summary>Puts it around another.</summary>
    public static Func<IConnector, IConnector> With(Func<PlantedTroubles, PlantedTroubles> change) => inner => new PlantedConnector(inner, change(new PlantedTroubles()));

    public IConnectedSystem Connect(SystemDefinition system) => new PlantedSystem(inner.Connect(system), troubles);

    public Capabilities CapabilitiesOf(EntityDescription entity) => inner.CapabilitiesOf(entity);

    private sealed class PlantedSystem(IConnectedSystem inner, PlantedTroubles troubles) : IConnectedSystem, ICompleteReader, IChangeReader, IKeyReader, IKeyLookup, IValueLookup, IWriter
    {
        public Capabilities CapabilitiesOf(EntityDescription entity) => inner.CapabilitiesOf(entity);

        public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) =>
            ((ICompleteReader)inner).ReadCompleteAsync(request, cancellationToken);

        public async IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var batch in ((IChangeReader)inner).ReadSinceAsync(request, cursor, cancellationToken))
            {
                yield return troubles.LosesHalfOfReads ? batch with { Records = [.. batch.Records.Take(batch.Records.Count / 2)] } : batch;
            }
        }

        public IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, CancellationToken cancellationToken) =>
            ((IKeyReader)inner).ReadKeysAsync(request, cancellationToken);

        public Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            ((IKeyLookup)inner).LookUpAsync(request, keys, cancellationToken);

        public Task<RecordBatch> FindAsync(ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken) =>
            ((IValueLookup)inner).FindAsync(request, properties, values, cancellationToken);

        public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
        {
            var sent = new WriteBatch(batch.Entity, batch.Shape, [.. await Task.WhenAll(batch.Requests.Select(request => ChangedAsync(batch, request, cancellationToken)))]);
            try
            {
                var outcomes = await ((IWriter)inner).WriteAsync(sent, cancellationToken);
                return troubles.AnswersWhatWasSent ? [.. outcomes.Zip(batch.Requests, Echoed)] : outcomes;
            }
            catch (AnswerLostException) when (troubles.TakesLostForDone)
            {
                return [.. batch.Requests.Select(request => request is UpdateRequest update ? (WriteOutcome)new Written(update.Key, null) : new Rejected("planted"))];
            }
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private async Task<WriteRequest> ChangedAsync(WriteBatch batch, WriteRequest request, CancellationToken cancellationToken)
        {
            if (request is CreateRequest create && troubles.RepeatsBlindly)
            {
                return create with { IdempotencyKey = Guid.NewGuid().ToString() };
            }

            if (request is not UpdateRequest update || !troubles.OverwritesUnseen || !CapabilitiesOf(batch.Entity).LooksUpByKey)
            {
                return request;
            }

            var now = (await LookUpAsync(new ReadRequest(batch.Entity, batch.Shape), [update.Key], cancellationToken)).Records;
            return now is [var record] ? update with { Changes = [.. update.Changes.Select(c => c with { Expected = record.Values[c.Property] })] } : update;
        }

        private static WriteOutcome Echoed(WriteOutcome outcome, WriteRequest request)
        {
            if (outcome is not Written { Stored: { } stored } written || request is not UpdateRequest update)
            {
                return outcome;
            }

            var values = (Value[])stored.Values.Clone();
            foreach (var change in update.Changes)
            {
                values[change.Property] = change.Value;
            }

            return written with { Stored = stored with { Values = values } };
        }
    }
}
