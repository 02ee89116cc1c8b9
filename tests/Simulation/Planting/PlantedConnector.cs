using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Simulation.Playing;

namespace SesamTalk.Simulation.Planting;

/// <summary>What is broken between the engine and the systems.</summary>
internal sealed record PlantedTroubles
{
    public bool LosesHalfOfReads { get; init; }

    /// <summary>What the engine has written since the read before is taken for its echo, whatever it holds.</summary>
    public bool DropsEchoes { get; init; }

    /// <summary>Every complete read but the first, and one of all keys, shows the first half, and a look-up nothing.</summary>
    public bool ShowsHalf { get; init; }

    public bool RepeatsBlindly { get; init; }

    public bool OverwritesUnseen { get; init; }

    public bool AnswersWhatWasSent { get; init; }

    public bool TakesLostForDone { get; init; }
}

/// <summary>A connector that breaks a clause on the way.</summary>
internal sealed class PlantedConnector(IConnector inner, PlantedTroubles troubles) : IConnector
{
    private readonly HashSet<(string System, string Entity, string Key)> _written = [];
    private readonly HashSet<(string System, string Entity)> _read = [];

    public string Name => inner.Name;

    public ImmutableArray<SettingDescription> Settings => inner.Settings;

    /// <summary>Puts it around another.</summary>
    public static Func<IConnector, IConnector> With(Func<PlantedTroubles, PlantedTroubles> change) => inner => new PlantedConnector(inner, change(new PlantedTroubles()));

    public IConnectedSystem Connect(SystemDefinition system) => new PlantedSystem(inner.Connect(system), troubles, system.Name, _written, _read);

    public Capabilities CapabilitiesOf(EntityDescription entity) => inner.CapabilitiesOf(entity);

    private sealed class PlantedSystem(
        IConnectedSystem inner, PlantedTroubles troubles, string name, HashSet<(string System, string Entity, string Key)> written, HashSet<(string System, string Entity)> read)
        : ForwardingSystem(inner)
    {
        public override async IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var isFirst = read.Add((name, request.Entity.Name));
            await foreach (var batch in base.ReadCompleteAsync(request, cancellationToken))
            {
                yield return troubles.ShowsHalf && !isFirst ? HalfOf(batch) : batch;
            }
        }

        public override async IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var keys in base.ReadKeysAsync(request, cancellationToken))
            {
                yield return troubles.ShowsHalf ? [.. keys.Take(keys.Count / 2)] : keys;
            }
        }

        public override async Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var found = await base.LookUpAsync(request, keys, cancellationToken);
            return troubles.ShowsHalf ? found with { Records = [] } : found;
        }

        public override async IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var batch in base.ReadSinceAsync(request, cursor, cancellationToken))
            {
                yield return troubles.LosesHalfOfReads ? HalfOf(batch) : troubles.DropsEchoes ? WithoutEchoes(request, batch) : batch;
            }
        }

        public override async Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken)
        {
            var sent = batch with { Requests = [.. batch.Requests.Select(request => Changed(batch, request))] };
            try
            {
                var outcomes = await base.WriteAsync(sent, cancellationToken);
                outcomes = troubles.OverwritesUnseen ? await OverwriteAsync(sent, outcomes, cancellationToken) : outcomes;
                return troubles.AnswersWhatWasSent ? [.. outcomes.Zip(batch.Requests, Echoed)] : outcomes;
            }
            catch (AnswerLostException) when (troubles.TakesLostForDone)
            {
                return [.. batch.Requests.Select(request => request is UpdateRequest update ? (WriteOutcome)new Written(update.Key, null) : new Rejected("planted"))];
            }
        }

        private static RecordBatch HalfOf(RecordBatch batch) => batch with { Records = [.. batch.Records.Take(batch.Records.Count / 2)] };

        private RecordBatch WithoutEchoes(ReadRequest request, RecordBatch batch) =>
            batch with { Records = [.. batch.Records.Where(record => !written.Remove((name, request.Entity.Name, record.Key)))] };

        private WriteRequest Changed(WriteBatch batch, WriteRequest request)
        {
            if (request is UpdateRequest { Key: var key })
            {
                written.Add((name, batch.Entity.Name, key));
            }

            return request is CreateRequest create && troubles.RepeatsBlindly ? create with { IdempotencyKey = Guid.NewGuid().ToString() } : request;
        }

        // What is there now is taken for what was believed to be there.
        private async Task<IReadOnlyList<WriteOutcome>> OverwriteAsync(WriteBatch batch, IReadOnlyList<WriteOutcome> outcomes, CancellationToken cancellationToken)
        {
            var all = outcomes.ToArray();
            for (var i = 0; i < all.Length; i++)
            {
                if (batch.Requests[i] is UpdateRequest update && all[i] is Changed { Current: { } current })
                {
                    var again = update with { Changes = [.. update.Changes.Select(change => change with { Expected = current.Values[change.Property] })] };
                    all[i] = (await base.WriteAsync(batch with { Requests = [again] }, cancellationToken))[0];
                }
            }

            return all;
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
