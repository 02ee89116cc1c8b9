using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Reading;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Examining;

/// <summary>
/// Looks at a service: is there a login, what does it answer for each entity, and does that look as it is described. What stands in
/// the way of all entities is told once, and the rest is not tried.
/// </summary>
internal sealed class ServiceExamination(Service service, RestDefinition definition, TimeProvider clock)
{
    /// <summary>Looks at it: a call for a token where one is needed, and a page of each entity.</summary>
    public async IAsyncEnumerable<Examination> ExamineAsync(IReadOnlyList<EntityDescription> entities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var kind = string.Empty;
        if (await FailureOfAsync(async () => kind = await service.Transport.LogInAsync(cancellationToken)) is { } refused)
        {
            yield return Examination.Failure(refused, clock.GetUtcNow());
            yield return NotTried(entities);
            yield break;
        }

        yield return Examination.Fine(ExaminationLayer.Credentials, kind);
        for (var i = 0; i < entities.Count; i++)
        {
            var (found, trouble) = await ExamineAsync(entities[i], cancellationToken);
            foreach (var one in found)
            {
                yield return one;
            }

            if (trouble is not null)
            {
                yield return Examination.Failure(trouble, clock.GetUtcNow());
                yield return NotTried(entities.Skip(i));
                yield break;
            }
        }
    }

    // What was found, or what stands in the way of all entities.
    private async Task<(List<Examination> Found, SystemFailureException? Trouble)> ExamineAsync(EntityDescription entity, CancellationToken cancellationToken)
    {
        if (definition.Entities.GetValueOrDefault(entity.Name) is not { Read: { } list } form)
        {
            return ([Examination.Failure(ExaminationLayer.Files, $"{entity.Name}: the definition does not say how it is read", $"Describe '{entity.Name}' under 'entities' of the definition.")], null);
        }

        var page = new SamplePage(service, form, list, entity);
        return await FailureOfAsync(() => page.AskAsync(cancellationToken)) switch
        {
            null => ([Examination.Fine(ExaminationLayer.Rights, $"{entity.Name}: may be read"), .. Judge(page, entity)], null),
            { ConcernsAll: true } trouble => ([], trouble),
            var failure => ([Examination.Failure(ExaminationLayer.Rights, $"{entity.Name}: {failure.Message}", failure.Cure)], null),
        };
    }

    private static IEnumerable<Examination> Judge(SamplePage page, EntityDescription entity)
    {
        try
        {
            return page.Judge();
        }
        catch (SystemFailureException failure)
        {
            return [Examination.Failure(ExaminationLayer.Shape, $"{entity.Name}: {failure.Message}", failure.Cure)];
        }
    }

    private static Examination NotTried(IEnumerable<EntityDescription> entities) =>
        Examination.NotTried(ExaminationLayer.Rights, $"not tried: {string.Join(", ", entities.Select(entity => entity.Name))}");

    private static async Task<SystemFailureException?> FailureOfAsync(Func<Task> ask)
    {
        try
        {
            await ask();
            return null;
        }
        catch (SystemFailureException failure)
        {
            return failure;
        }
    }
}
