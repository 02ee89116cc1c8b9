using System.Security.Cryptography;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Examining;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Reading;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Rest.Writing;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Rest;

/// <summary>A connection to a REST service.</summary>
internal sealed class RestSystem : IConnectedSystem, ICompleteReader, IChangeReader, IKeyReader, IKeyLookup, IValueLookup, IWriter, ICountsCalls, IConsentable, IKnowsConsent, IExaminable
{
    private readonly RestDefinition _definition;
    private readonly ITransport _transport;
    private readonly Epochs _epochs;
    private readonly DeleteLogs _deletes;
    private readonly Reader _reader;
    private readonly Lookup _lookup;
    private readonly Writer _writer;
    private readonly ServiceExamination _examination;

    /// <summary>A connection; the first read or write reaches out.</summary>
    /// <param name="name">The name of the system.</param>
    /// <param name="definition">How it is reached, read and written.</param>
    /// <param name="transport">The way to it, which ends with the connection.</param>
    /// <param name="clock">The time.</param>
    public RestSystem(string name, RestDefinition definition, ITransport transport, TimeProvider clock)
    {
        var service = new Service(transport, definition.Transport.BaseAddress, name);
        var children = new ChildReader(service);
        var parents = new Parents(service);
        var leavings = new Leavings(service);
        (_definition, _transport) = (definition, transport);
        _epochs = new Epochs(service, definition.Epoch);
        _deletes = new DeleteLogs(service);
        _reader = new Reader(service, _epochs, _deletes, children, parents, clock);
        _lookup = new Lookup(service, children, parents, leavings);
        _writer = new Writer(service, parents, leavings);
        _examination = new ServiceExamination(service, definition, clock);
    }

    public Capabilities CapabilitiesOf(EntityDescription entity) => _definition.CapabilitiesOf(entity);

    public IAsyncEnumerable<RecordBatch> ReadCompleteAsync(ReadRequest request, CancellationToken cancellationToken) =>
        _reader.CompleteAsync(FormOf(request.Entity), request, cancellationToken);

    public IAsyncEnumerable<RecordBatch> ReadSinceAsync(ReadRequest request, string cursor, CancellationToken cancellationToken) =>
        _reader.SinceAsync(FormOf(request.Entity), request, cursor, cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<string>> ReadKeysAsync(ReadRequest request, CancellationToken cancellationToken) =>
        _reader.KeysAsync(FormOf(request.Entity), request, cancellationToken);

    public Task<RecordBatch> LookUpAsync(ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        _lookup.ByKeysAsync(FormOf(request.Entity), request, keys, cancellationToken);

    public Task<RecordBatch> FindAsync(
        ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken) =>
        _lookup.ByValuesAsync(FormOf(request.Entity), request, properties, values, cancellationToken);

    public Task<IReadOnlyList<WriteOutcome>> WriteAsync(WriteBatch batch, CancellationToken cancellationToken) =>
        _writer.WriteAsync(FormOf(batch.Entity), batch, cancellationToken);

    public void CountCalls(Action count) => _transport.CountCalls(count);

    public IAsyncEnumerable<Examination> ExamineAsync(IReadOnlyList<EntityDescription> entities, CancellationToken cancellationToken) =>
        _examination.ExamineAsync(entities, cancellationToken);

    public bool LacksConsent
    {
        get
        {
            using var randomness = RandomNumberGenerator.Create();
            return _transport.Consent(randomness) is { IsKept: false };
        }
    }

    public async Task<bool> ConsentAsync(IConsentGuide guide, CancellationToken cancellationToken)
    {
        // What nobody may guess comes from no source that a test could foresee.
        using var randomness = RandomNumberGenerator.Create();
        if (_transport.Consent(randomness) is not { } walk)
        {
            return false;
        }

        await walk.WalkAsync(guide, cancellationToken);
        return true;
    }

    public ValueTask DisposeAsync()
    {
        _epochs.Dispose();
        _deletes.Dispose();
        (_transport as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    private EntityForm FormOf(EntityDescription entity) => _definition.Entities.TryGetValue(entity.Name, out var form)
        ? form
        : throw new SystemRefusedException($"the definition does not say how {entity.Name} is reached", $"Describe '{entity.Name}' under 'entities' of the definition.");
}
