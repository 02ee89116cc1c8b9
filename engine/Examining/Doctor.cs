using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Connecting;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Examining;

/// <summary>Looks whether the systems of a set can be worked with, and what is in the way. Writes nothing to any of them.</summary>
/// <param name="connectors">The adapters that there are.</param>
/// <param name="clock">The time.</param>
public sealed class Doctor(IEnumerable<IConnector> connectors, TimeProvider clock)
{
    /// <summary>Looks at one system, layer by layer: where one fails, those above it are not tried.</summary>
    /// <param name="set">The set, checked.</param>
    /// <param name="system">One of its systems.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>What was found, as it is found; of a system that no flow works on, nothing.</returns>
    public async IAsyncEnumerable<Examination> ExamineAsync(
        FlowSet set, SystemConfiguration system, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mapped = MappedSet.Compile(set, null);
        List<MappedEntity> entities = [.. mapped.Entities.Where(entity => entity.System == system)];
        if (entities.Count == 0)
        {
            yield break;
        }

        foreach (var unconfirmed in Assumptions.Of(system))
        {
            yield return unconfirmed;
        }

        await using var connection = Connections.Open(connectors, set.Workspace, system, clock);
        foreach (var lost in LostCreates.Of(mapped, entities, connection))
        {
            yield return lost;
        }

        var hasFailed = false;
        if (connection is IExaminable examinable)
        {
            await foreach (var found in examinable.ExamineAsync([.. entities.Select(entity => entity.Description)], cancellationToken))
            {
                hasFailed |= found.Result == ExaminationResult.Failure;
                yield return found;
            }
        }

        if (hasFailed)
        {
            yield return Examination.NotTried(ExaminationLayer.Sample, "not tried before the rest is well");
            yield break;
        }

        await foreach (var found in new Sample(SelectingSystem.Over(connection, entities), clock).TakeAsync(entities, cancellationToken))
        {
            yield return found;
        }
    }
}
