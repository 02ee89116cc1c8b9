using System.Collections.Immutable;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Conformance.Suites;

/// <summary>A system of one kind, new and empty, with what its users do in it: all that the conformance suite needs of an adapter.</summary>
public abstract class Subject : IAsyncDisposable
{
    private IConnectedSystem? _system;

    public FakeClock Clock { get; } = new();

    public IConnectedSystem System => _system ??= Connect(new SystemDefinition("subject", Settings, [Things.Entity, Things.Numbered], Folder, Clock));

    public ICompleteReader CompleteReader => (ICompleteReader)System;

    public IChangeReader ChangeReader => (IChangeReader)System;

    public IKeyLookup KeyLookup => (IKeyLookup)System;

    public IValueLookup ValueLookup => (IValueLookup)System;

    public IWriter Writer => (IWriter)System;

    protected virtual ImmutableDictionary<string, string> Settings => ImmutableDictionary<string, string>.Empty;

    protected virtual string Folder => string.Empty;

    /// <summary>Whether there is <see cref="Things.Numbered"/>, whose keys are numbers that the system gives.</summary>
    public virtual bool HasNumbered => true;

    /// <summary>Whether its records have a list of parts.</summary>
    public virtual bool HasParts => true;

    /// <summary>Whether a record may be without parts; its description says so.</summary>
    public virtual bool MayLackParts => true;

    /// <summary>Whether the system itself gives the parts their positions; its description says so.</summary>
    public virtual bool NumbersParts => false;

    /// <summary>Whether the system gives keys itself in any of its entities; its description says so.</summary>
    public virtual bool GivesKeys => HasNumbered;

    /// <summary>Whether its description has a property of a type that can be written, beside those that stand for the suite's.</summary>
    public virtual bool HasAnother(PropertyType type) => false;

    /// <summary>How many records a page of the system has; where it has no pages, how many a batch is asked to have.</summary>
    public virtual int PageSize => 5;

    /// <summary>Whether the system can hold a value as it is written.</summary>
    public virtual bool CanHold(string property, Value value) => true;

    /// <summary>A user adds a record of <see cref="Things.Entity"/>.</summary>
    public abstract void Add(string key, params IReadOnlyList<(string Property, Value Value)> values);

    /// <summary>A user changes a property of such a record.</summary>
    public abstract void Edit(string key, string property, Value value);

    /// <summary>A user deletes such a record.</summary>
    public abstract void Delete(string key);

    /// <summary>Somebody else makes the next write of a value into a record's note fail, in whatever way the system rejects content.</summary>
    public abstract void RejectNote(string note);

    /// <summary>What of a kind goes wrong in this system on request.</summary>
    public abstract Trouble TroubleOf(TroubleKind kind);

    public async ValueTask DisposeAsync()
    {
        if (_system is not null)
        {
            await _system.DisposeAsync();
        }

        Clean();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds as many records as asked for, with keys k000000, k000001 and so on.</summary>
    public virtual void AddMany(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Add(Things.Key(i), ("name", Value.Text($"name {i}")));
        }
    }

    protected abstract IConnectedSystem Connect(SystemDefinition system);

    protected virtual void Clean()
    {
    }
}
