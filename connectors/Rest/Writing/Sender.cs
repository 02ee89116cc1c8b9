using System.Collections.Immutable;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Reading;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>Sends requests that write, and reads what their answers show.</summary>
internal static class Sender
{
    /// <summary>Sends one.</summary>
    public static Task<RestResponse> SendAsync(
        Service service,
        EntityForm entity,
        WriteForm form,
        Func<string, string?> placeholders,
        ReadOnlyMemory<byte>? body,
        RequestEffect effect,
        ImmutableArray<HeaderLine> headers,
        CancellationToken cancellationToken) => service.Transport.SendAsync(
        new RestRequest(form.Method, service.AddressOf(form.Path, form.Parameters, placeholders))
        {
            Body = body,
            ContentType = body is null ? null : form.ContentType ?? TypeOf(form.Body),
            Headers = headers,
            Effect = effect,
            LimitGroup = entity.LimitGroup,
        },
        cancellationToken);

    /// <summary>The record that an answer shows as it is stored; <see langword="null"/> where it shows none, or not all of it.</summary>
    public static Record? RecordIn(WriteTarget target, ImmutableArray<string> places, RestResponse response)
    {
        if (places.IsEmpty || response.Content.Length == 0 || !target.AnswersShowAll)
        {
            return null;
        }

        Record? record = null;
        var reader = new RecordReader(target.Plan);
        AnswerReader.Read(response.Content.Span, Envelope.OfRecord(places), (ref System.Text.Json.Utf8JsonReader json) => record = reader.Read(ref json).Record);
        return record;
    }

    private static string TypeOf(BodyForm form) => form switch
    {
        BodyForm.Merge => "application/merge-patch+json",
        BodyForm.JsonPatch => "application/json-patch+json",
        _ => "application/json",
    };
}
