using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Observing;

namespace SesamTalk.Engine.Examining;

/// <summary>Reads a few records of each entity, to see that what flows map can be read.</summary>
/// <param name="connection">The system.</param>
/// <param name="clock">The time.</param>
internal sealed class Sample(IConnectedSystem connection, TimeProvider clock)
{
    private const int Size = 5;

    /// <summary>Takes the samples. What stands in the way of all of them is told once.</summary>
    public async IAsyncEnumerable<Examination> TakeAsync(IReadOnlyList<MappedEntity> entities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < entities.Count; i++)
        {
            var (found, trouble) = await TakeAsync(entities[i], cancellationToken);
            yield return found;
            if (trouble)
            {
                yield return Examination.NotTried(ExaminationLayer.Sample, $"not tried: {string.Join(", ", entities.Skip(i).Select(entity => entity.Description.Name))}");
                yield break;
            }
        }
    }

    private async Task<(Examination Found, bool ConcernsAll)> TakeAsync(MappedEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in ((ICompleteReader)connection).ReadCompleteAsync(new ReadRequest(entity.Description, entity.Shape, Size), cancellationToken))
            {
                return (Judge(entity, batch), false);
            }

            return (Examination.Fine(ExaminationLayer.Sample, $"{entity.Description.Name}: there are no records"), false);
        }
        catch (SystemFailureException failure) when (failure.ConcernsAll)
        {
            return (Examination.Failure(failure, clock.GetUtcNow()), true);
        }
        catch (SystemFailureException failure)
        {
            return (Examination.Failure(ExaminationLayer.Sample, $"{entity.Description.Name}: {failure.Message}", failure.Cure), false);
        }
    }

    private static Examination Judge(MappedEntity entity, RecordBatch batch) => batch.Faults is [var fault, ..]
        ? Examination.Warning(
            ExaminationLayer.Sample,
            $"{entity.Description.Name}: {fault.Key ?? "a record without a key"} cannot be read: {FaultText.Of(entity, fault)}",
            "Mend it in the system, or correct the entity description. The other records can be read.")
        : Examination.Fine(
            ExaminationLayer.Sample,
            batch.Records.Count == 0 ? $"{entity.Description.Name}: there are no records" : $"{entity.Description.Name}: {batch.Records.Count} read");
}
