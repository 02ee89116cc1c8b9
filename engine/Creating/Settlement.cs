using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.Deleting;
using SesamTalk.Engine.History;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Reconciling;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;
using SesamTalk.Engine.Writing;

namespace SesamTalk.Engine.Creating;

/// <summary>Remembers what became of creates: mirror, link, journal and the end of the intent, in one transaction (clause C2).</summary>
internal sealed class Settlement(RunContext context, Clusters clusters, Succession succession)
{
    private readonly StateFile _state = context.State;
    private readonly CreatedLinks _links = new(context, succession);
    private readonly Func<IReferences> _references = () => new ClusterReferences(context);

    /// <summary>Settles creates of one flow and side. The caller has a transaction open.</summary>
    /// <param name="intents">What was sent.</param>
    /// <param name="outcomes">What became of each, in order; none where it is not known.</param>
    /// <param name="isRepeated">Whether they were sent before, so that the records may have been read meanwhile (clause C3).</param>
    public void Settle(IReadOnlyList<Intent> intents, IReadOnlyList<WriteOutcome?> outcomes, bool isRepeated = false)
    {
        for (var i = 0; i < intents.Count; i++)
        {
            Settle(intents[i], outcomes[i], isRepeated);
        }

        if (intents.Count > 0)
        {
            Count(intents[0], outcomes.Count(outcome => outcome is Written));
        }
    }

    /// <summary>Sets a create aside that a system or a conversion did not accept (clause W4).</summary>
    public void Reject(MappedFlow flow, Side side, long origin, Value[] values, string message)
    {
        var entity = flow.Entity(side.Other());
        var content = _state.Mirror.FingerprintOf(entity, values);
        var (number, kind) = (flow.Entity(side).Number, DeadLetterTable.Create(flow.Name));
        if (_state.DeadLetters.Holds(number, origin, kind, content))
        {
            return;
        }

        var subject = _state.Mirror.NameOf(origin);
        message = flow.Entity(side).Masked(entity.Masked(message, values), _state.Mirror.Load(origin).Values);
        _state.DeadLetters.Put(number, origin, kind, content, subject, flow.Name, message, context.Run);
        context.Ledger.Count(flow, report => report with { Rejected = report.Rejected + 1 });
        context.Ledger.Add(new Finding(
            FindingKind.Rejected, subject.ToString(), $"{entity.Name} did not take its counterpart: {message}", "Change the record; it is then tried again."));
    }

    /// <summary>Makes a record that was found after an interruption the counterpart that was meant (clause C3).</summary>
    public void Adopt(Intent intent, Record found)
    {
        Take(intent, found.Key, found, isFound: true);
        Count(intent, 1);
    }

    private void Settle(Intent intent, WriteOutcome? outcome, bool isRepeated)
    {
        switch (outcome)
        {
            case Written written:
                Take(intent, written.Key, written.Stored, isFound: isRepeated);
                break;
            case Rejected rejected:
                _state.Intents.Remove(intent);
                Reject(intent.Flow, intent.Side, intent.Origin, Given(intent), rejected.Message);
                break;
            case Changed:
                _state.Intents.Remove(intent);
                Reject(intent.Flow, intent.Side, intent.Origin, Given(intent), $"a record with the key {intent.Key} is there already");
                break;
            default:
                if (outcome is NotSent && !isRepeated)
                {
                    _state.Intents.Remove(intent);
                }

                _state.Pending.LeaveForNextRun(_state.Mirror.NameOf(intent.Origin), intent.Flow.Entity(intent.Side).Number, intent.Origin);
                break;
        }
    }

    // The reference that the engine adds is another one each time, and no part of the content.
    private static Value[] Given(Intent intent)
    {
        var place = intent.Entity.Description.ExternalReference is { } reference ? intent.Entity.Shape.IndexOf(reference) : -1;
        if (place < 0 || intent.Values[place] != Value.Text(intent.IdempotencyKey))
        {
            return intent.Values;
        }

        var values = (Value[])intent.Values.Clone();
        values[place] = Value.None;
        return values;
    }

    private void Take(Intent intent, string key, Record? stored, bool isFound)
    {
        var (flow, entity) = (intent.Flow, intent.Entity);
        if (isFound && IsLinked(intent, key))
        {
            _state.Intents.Remove(intent);
            return;
        }

        var name = entity.NameOf(key);
        var values = stored?.Values ?? intent.Values;
        var stamps = StampsOf(intent, entity, stored, name);
        var written = stored is null ? UnseenWrite.Of(context.Clock.GetUtcNow().UtcTicks, Enumerable.Range(0, values.Length)) : null;
        var created = Remember(intent, entity, key, values, stamps, written, isFound);
        var origin = intent.Origin;
        var (source, target) = intent.Side == Side.Source ? (origin, created.Id) : (created.Id, origin);
        var replaced = _links.Add(intent, source, target, FirstAgreement.Of(intent, created, _references));
        _state.Intents.Remove(intent);
        _links.Succeed(entity, replaced, created);
        Enter(intent, created);
        Strike(intent);
        Follow(intent, created);
    }

    // A read showed it before the answer came, and a rule linked it. A link that is to get a new counterpart waits for just this (D3).
    private bool IsLinked(Intent intent, string key) => _state.Links.Find(intent.Flow, intent.Side, intent.Origin) is { State: not LinkState.Renewing }
        || (_state.Mirror.Find(intent.Entity, key) is { } known && _state.Links.Has(intent.Flow, intent.Side.Other(), known.Id));

    private void Count(Intent intent, int created) => context.Ledger.Count(intent.Flow, report => intent.Side == Side.Source
        ? report with { Linked = report.Linked + created, CreatedInTarget = report.CreatedInTarget + created }
        : report with { Linked = report.Linked + created, CreatedInSource = report.CreatedInSource + created });

    // A record that this run has read already is known: it takes the stamps of what was sent, and joins the cluster.
    private MirrorRecord Remember(Intent intent, MappedEntity entity, string key, Value[] values, Stamp[] stamps, UnseenWrite? written, bool isFound)
    {
        // A key that the engine made for this create is new to everybody, unless the record was found after an interruption.
        if ((key == intent.IdempotencyKey && !isFound) || _state.Mirror.Find(entity, key) is not { } known)
        {
            return _state.Mirror.Add(entity, key, values, stamps, intent.Cluster, written);
        }

        var record = _state.Mirror.Load(known.Id);
        if (known.IsGone)
        {
            _state.Mirror.SetGone(entity, key, known.Id, null);
        }
        else if (written is not null)
        {
            // O6: what a read has shown already is how the system spells what was sent.
            stamps = [.. stamps.Select((stamp, place) => intent.Stamps[place].Origin == default ? record.Stamps[place] : stamp)];
            (values, written) = (record.Values, null);
        }

        record = record with { Values = values, Stamps = stamps };
        _state.Mirror.Update(entity, record, written);
        clusters.Join(intent.Origin, record.Id);
        return record;
    }

    private static Stamp[] StampsOf(Intent intent, MappedEntity entity, Record? stored, RecordName name)
    {
        var stamps = (Stamp[])intent.Stamps.Clone();
        for (var i = 0; i < stamps.Length; i++)
        {
            if (stamps[i].Origin == default)
            {
                // What nobody filled may have been filled by the system: that is at first sight (O3a).
                var empty = stored is null || CanonicalForm.IsEmpty(stored.Values[i]);
                stamps[i] = Stamp.AtFirstSight(empty, null, entity.System.Rank, name);
            }
        }

        return stamps;
    }

    private void Enter(Intent intent, MirrorRecord created)
    {
        var changes = new List<PropertyJournal>(created.Values.Length);
        foreach (var row in intent.Flow.RowsInto(intent.Side.Other()))
        {
            var place = intent.PlaceOf(row);
            if (!intent.Values[place].IsNone)
            {
                changes.Add(new PropertyJournal(intent.Entity.Slots[place], Value.None, created.Values[place], created.Stamps[place], intent.Flow.Number, row.Row.Place.Line));
            }
        }

        _state.Journal.Enter(context.Run, intent.Entity, created.Name, ChangeKind.Created, changes, _state.Numbers);
    }

    private void Strike(Intent intent)
    {
        var number = intent.Flow.Entity(intent.Side).Number;
        _state.DeadLetters.Remove(number, intent.Origin, DeadLetterTable.Create(intent.Flow.Name));
        if (_state.Numbers.IsIndexed(intent.Flow, intent.Side))
        {
            _state.Candidates.Remove(intent.Flow, intent.Side, intent.Origin);
        }
    }

    // Other flows may link the new record, and others may have waited for it.
    private void Follow(Intent intent, MirrorRecord created)
    {
        if (!intent.Flow.IsOneToOne || !intent.Values.AsSpan().SequenceEqual(created.Values))
        {
            context.Mark(created);
        }
        else if (intent.Entity.IsShared)
        {
            context.MarkForLinking(created);
        }

        if (_state.Waiting.HasAny())
        {
            // Its cluster may be another by now: the record whose place it takes has left it (clause D3).
            _state.Mirror.MembersOf(_state.Mirror.ClusterOf(created.Id)).ForEach(clusters.Wake);
        }
    }
}
