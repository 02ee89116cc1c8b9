using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Observing;

namespace SesamTalk.Engine.Examining;

/// <summary>Reads a few records of an entity, to see that what flows map can be read.</summary>
internal static class Sample
{
    private const int Size = 5;

    /// <summary>Takes a sample.</summary>
    public static async Task<Examination> TakeAsync(IConnectedSystem connection, MappedEntity entity, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var batch in ((ICompleteReader)connection).ReadCompleteAsync(new ReadRequest(entity.Description, entity.Shape, Size), cancellationToken))
            {
                return Judge(entity, batch);
            }

            return Examination.Fine(ExaminationLayer.Sample, $"{entity.Description.Name}: there are no records");
        }
        catch (SystemFailureException failure)
        {
            return Examination.Failure(ExaminationLayer.Sample, $"{entity.Description.Name}: {failure.Message}", (failure as SystemRefusedException)?.Cure);
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
