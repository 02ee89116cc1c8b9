using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Reading;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Examining;

/// <summary>Looks at a service: is there a login, what does it answer for each entity, and does that look as it is described.</summary>
internal sealed class ServiceExamination(Service service, RestDefinition definition)
{
    /// <summary>Looks at it: a call for a token where one is needed, and a page of each entity.</summary>
    public async IAsyncEnumerable<Examination> ExamineAsync(IReadOnlyList<EntityDescription> entities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var login = await LookAsync(ExaminationLayer.Credentials, string.Empty, async () => [Fine(await service.Transport.LogInAsync(cancellationToken))]);
        yield return login[0];
        if (login[0].Result == ExaminationResult.Failure)
        {
            yield break;
        }

        foreach (var entity in entities)
        {
            foreach (var found in await ExamineAsync(entity, cancellationToken))
            {
                yield return found;
            }
        }
    }

    private async Task<List<Examination>> ExamineAsync(EntityDescription entity, CancellationToken cancellationToken)
    {
        if (definition.Entities.GetValueOrDefault(entity.Name) is not { Read: { } list } form)
        {
            return [Examination.Failure(ExaminationLayer.Files, $"{entity.Name}: the definition does not say how it is read", $"Describe '{entity.Name}' under 'entities' of the definition.")];
        }

        var page = new SamplePage(service, form, list, entity);
        var asked = await LookAsync(ExaminationLayer.Rights, $"{entity.Name}: ", async () =>
        {
            await page.AskAsync(cancellationToken);
            return [Examination.Fine(ExaminationLayer.Rights, $"{entity.Name}: may be read")];
        });
        return asked[0].Result == ExaminationResult.Failure
            ? asked
            : [.. asked, .. await LookAsync(ExaminationLayer.Shape, $"{entity.Name}: ", () => Task.FromResult<List<Examination>>([.. page.Judge()]))];
    }

    private static Examination Fine(string message) => Examination.Fine(ExaminationLayer.Credentials, message);

    private static async Task<List<Examination>> LookAsync(ExaminationLayer layer, string subject, Func<Task<List<Examination>>> look)
    {
        try
        {
            return await look();
        }
        catch (SystemFailureException failure)
        {
            return [Examination.Failure(layer, subject + failure.Message, (failure as SystemRefusedException)?.Cure)];
        }
    }
}
