using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Reading;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>Writes batches of records, each by the request that the definition names for it.</summary>
internal sealed class Writer(Service service, Parents parents, Leavings leavings)
{
    /// <summary>Writes a batch.</summary>
    public async Task<IReadOnlyList<WriteOutcome>> WriteAsync(EntityForm form, WriteBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var target = new WriteTarget(service, form, batch.Entity, batch.Shape);
        var rules = new WriteRules(batch.Entity, batch.Shape, CapabilitiesOfForm.TakesKeys(form, batch.Entity));
        var children = new ChildWriter(target);
        var outcomes = new WriteOutcome[batch.Requests.Count];
        var together = new List<int>();
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (batch.Requests[i] is CreateRequest create && form.Batch is not null && rules.ProblemOf(create) is null)
            {
                together.Add(i);
            }
            else
            {
                outcomes[i] = await WriteAsync(target, rules, children, batch.Requests[i], cancellationToken);
            }
        }

        foreach (var part in together.Chunk(form.Batch?.Most ?? 1))
        {
            var made = await new BatchCreator(target, form.Batch!).CreateAsync([.. part.Select(i => (CreateRequest)batch.Requests[i])], cancellationToken);
            part.Index().ToList().ForEach(it => outcomes[it.Item] = made[it.Index]);
        }

        return outcomes;
    }

    private async Task<WriteOutcome> WriteAsync(WriteTarget target, WriteRules rules, ChildWriter children, WriteRequest request, CancellationToken cancellationToken)
    {
        var outcome = await SendAsync(target, rules, children, request, cancellationToken);
        return outcome is Changed { Current: null } && KeyOf(request) is { } key && await leavings.ReasonAsync(target.Form, key, cancellationToken) is { } reason
            ? new Rejected(reason)
            : outcome;
    }

    private async Task<WriteOutcome> SendAsync(WriteTarget target, WriteRules rules, ChildWriter children, WriteRequest request, CancellationToken cancellationToken)
    {
        if (rules.ProblemOf(request) is { } problem)
        {
            return new Rejected(problem);
        }

        switch (request)
        {
            case CreateRequest create when target.Form.Create is { } form:
                return await new Creator(target, form, children, parents).CreateAsync(create, cancellationToken);
            case UpdateRequest update when target.Form.Update is { } form:
                return await new Changer(target, children, parents).UpdateAsync(update, form, cancellationToken);
            case DeleteRequest delete when target.Form.Delete is { } form:
                return await new Changer(target, children, parents).DeleteAsync(delete, form, cancellationToken);
            default:
                return new Rejected($"the definition does not say how records of {target.Entity.Name} are {ActOf(request)}");
        }
    }

    private static string? KeyOf(WriteRequest request) => request switch
    {
        UpdateRequest update => update.Key,
        DeleteRequest delete => delete.Key,
        _ => null,
    };

    private static string ActOf(WriteRequest request) => request switch
    {
        CreateRequest => "created",
        UpdateRequest => "changed",
        _ => "deleted",
    };
}
