using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Conformance.Suites;

/// <summary>What every adapter keeps to. An adapter takes part by a sealed class with <see cref="ConformanceOfAttribute"/>.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
public abstract class ConformanceFixture(Func<Subject> make)
{
    private Subject? _subject;

    protected Subject Subject => _subject!;

    protected Capabilities Capabilities => Subject.System.CapabilitiesOf(Things.Entity);

    [SetUp]
    public void MakeSubject() => _subject = make();

    [TearDown]
    public async Task DisposeSubject() => await _subject!.DisposeAsync();

    /// <summary>A test of an ability that the system does not have is left out, and says so.</summary>
    protected void Needs(Func<Capabilities, bool> ability, string name) => Needs(ability(Capabilities), name);

    /// <summary>A test of what the system's description rules out is left out, and says so.</summary>
    protected static void Needs(bool isThere, string name)
    {
        if (!isThere)
        {
            Assert.Ignore($"The system does not have the ability: {name}.");
        }
    }

    /// <summary>Something goes wrong from here on. A test of a trouble that systems of the kind do not have is left out, and says why.</summary>
    protected Trouble Begin(TroubleKind kind)
    {
        var trouble = Subject.TroubleOf(kind);
        if (trouble.WhyNot is { } reason)
        {
            Assert.Ignore(reason);
        }

        trouble.Begin();
        return trouble;
    }

    protected static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> batches)
    {
        var list = new List<T>();
        await foreach (var batch in batches)
        {
            list.Add(batch);
        }

        return list;
    }

    protected Task<List<RecordBatch>> ReadAsync(int batchSize = 1000) =>
        ListAsync(Subject.CompleteReader.ReadCompleteAsync(Things.All with { BatchSize = batchSize }, CancellationToken.None));

    protected async Task<Record?> FindAsync(string key) =>
        (await Subject.KeyLookup.LookUpAsync(Things.All, [key], CancellationToken.None)).Records.SingleOrDefault();

    protected Task<IReadOnlyList<WriteOutcome>> WriteAsync(params IReadOnlyList<WriteRequest> requests) =>
        Subject.Writer.WriteAsync(new WriteBatch(Things.Entity, Things.Shape, requests), CancellationToken.None);

    protected static CreateRequest Create(string key, params IEnumerable<(string Property, Value Value)> values) =>
        new(key, [.. values.Select(v => new PropertyValue(Things.Place(v.Property), v.Value))], $"create {key}");

    protected static UpdateRequest Update(string key, params IEnumerable<(string Property, Value Expected, Value Value)> changes) =>
        new(key, [.. changes.Select(c => new PropertyChange(Things.Place(c.Property), c.Expected, c.Value))]);

    protected static DeleteRequest Delete(string key, params IEnumerable<(string Property, Value Value)> expected) =>
        new(key, [.. expected.Select(e => new PropertyValue(Things.Place(e.Property), e.Value))]);

    protected static IEnumerable<string> Keys(IEnumerable<RecordBatch> batches) => batches.SelectMany(batch => batch.Records).Select(record => record.Key);
}
