using SesamTalk.Engine.Creating;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Running;

/// <summary>How a run begins: with what the run before it left undone (clause T4), and with flows that it did not know.</summary>
internal sealed class Beginning(RunContext context, IntentResolver resolver, Creator creator)
{
    private readonly StateFile _state = context.State;

    /// <summary>Ends what an interrupted run had begun to create, and marks all that a flow which is new or changed has to look at.</summary>
    /// <returns>The flow that an interrupted run had begun to link, if it had; what that run had looked at is then turn 0.</returns>
    public async Task<MappedFlow?> BeginAsync(CancellationToken cancellationToken)
    {
        var interrupted = Begin();
        var flow = context.Set.Flows.FirstOrDefault(flow => flow.Number == interrupted?.Flow);
        if (interrupted is { Stage: UnderWay.Creating } && flow is not null)
        {
            await FinishCreatingAsync(flow, cancellationToken);
        }

        var linking = interrupted is { Stage: UnderWay.Linking } ? flow : null;
        if (linking is null)
        {
            _state.Begin();
            _state.Pending.End();
            _state.Commit();
            Begin();
        }

        LookAtAllThatIsNew();
        return linking;
    }

    private Interrupted? Begin()
    {
        _state.Begin();
        var interrupted = _state.Pending.Begin();
        _state.Commit();
        return interrupted;
    }

    // A run was killed while a flow created. What is created depends on what is linked, so the rest of what it had decided on is
    // created before anything is looked at anew (T4).
    private async Task FinishCreatingAsync(MappedFlow flow, CancellationToken cancellationToken)
    {
        await resolver.ResolveAsync(cancellationToken);
        await creator.CreateAsync(0, 0, flow, cancellationToken);
    }

    // A flow that is new or changed looks at everything that is known.
    private void LookAtAllThatIsNew()
    {
        foreach (var flow in context.Set.Flows.Where(flow => _state.Numbers.FingerprintOf(flow) != flow.Fingerprint()))
        {
            LookAtAll(flow);
        }
    }

    private void LookAtAll(MappedFlow flow)
    {
        _state.Begin();
        _state.Candidates.Forget(flow);
        _state.Reviews.Forget(flow);
        _state.Waiting.Forget(flow);
        _state.Numbers.ClearIndexed(flow);
        foreach (var entity in Sides.Both.Select(flow.Entity))
        {
            for (var (after, more) = (string.Empty, true); more;)
            {
                var page = _state.Mirror.Page(entity, after, context.BatchSize);
                page.ForEach(record => _state.Pending.Mark(entity.NameOf(record.Key), entity.Number, record.Id));
                more = page.Count == context.BatchSize;
                after = more ? page[^1].Key : after;
            }
        }

        _state.Commit();
    }
}
