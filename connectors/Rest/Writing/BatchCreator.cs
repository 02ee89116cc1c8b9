using System.Text.Json;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>Creates several records by one request (clause W5).</summary>
internal sealed class BatchCreator(WriteTarget target, BatchForm form)
{
    private readonly Slot _key = new(0, new PropertyDescription(form.Key, PropertyType.Any), new());
    private readonly Slot _error = new(1, new PropertyDescription(form.Error ?? string.Empty, PropertyType.Any), new());

    /// <summary>Creates them all.</summary>
    /// <exception cref="BatchFailedException">Nothing of the batch was created.</exception>
    public async Task<IReadOnlyList<WriteOutcome>> CreateAsync(IReadOnlyList<CreateRequest> requests, CancellationToken cancellationToken)
    {
        var address = target.Service.AddressOf(form.Path, form.Parameters, Placeholders.None);
        var body = Bodies.Of(writer => Write(writer, requests));
        var request = new RestRequest(form.Method, address)
        {
            Body = body,
            ContentType = "application/json",
            Effect = RequestEffect.Create,
            LimitGroup = target.Form.LimitGroup,
        };
        await using var response = await target.Service.Transport.SendAsync(request, cancellationToken);
        if (response.Failure is { } failure)
        {
            throw new BatchFailedException(failure.Message);
        }

        var outcomes = CreateAnswer.Read(target.Entity.Name, () => Read(response));
        return outcomes.Count == requests.Count
            ? outcomes
            : throw new AnswerLostException($"the answer to a batch of {requests.Count} creates of {target.Entity.Name} tells of {outcomes.Count}");
    }

    private void Write(Utf8JsonWriter writer, IReadOnlyList<CreateRequest> requests)
    {
        var list = new BodyNode();
        list.Add(form.Wrap ?? string.Empty, inner =>
        {
            inner.WriteStartArray();
            foreach (var request in requests)
            {
                target.Bodies.Object(Creator.ValuesOf(target, request), target.Form.Create).Write(inner);
            }

            inner.WriteEndArray();
        });
        list.Write(writer);
    }

    private List<WriteOutcome> Read(RestResponse response)
    {
        var tree = new NameNode<Slot>();
        tree.Add(form.Key, _key);
        if (form.Error is { } error)
        {
            tree.Add(error, _error);
        }

        var outcomes = new List<WriteOutcome>();
        AnswerReader.Read(response.Content.Span, Envelope.OfRows(form.Rows), (ref Utf8JsonReader json) =>
        {
            var values = new Value[2];
            var row = new RowReader(values);
            row.Read(ref json, tree);
            outcomes.Add(OutcomeOf(values, row.BadProperty == form.Error ? row.Message : null));
        });
        return outcomes;
    }

    private WriteOutcome OutcomeOf(Value[] values, string? oddError) =>
        !values[1].IsNone || oddError is not null ? new Rejected(values[1].IsNone ? oddError! : values[1].ToString())
        : values[0].IsNone ? throw new AnswerLostException($"the answer to a batch of creates of {target.Entity.Name} lacks the key of a new record")
        : new Written(values[0].ToString(), null);
}
