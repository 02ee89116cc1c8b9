using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Tells records that left without being deleted from those that were deleted (clause O5).</summary>
internal sealed class Leavings(Service service)
{
    /// <summary>Those of the keys whose records left, as faults: such a record is neither to be read nor gone.</summary>
    public async Task<IReadOnlyList<RecordFault>> AmongAsync(EntityForm form, IEnumerable<string> missing, CancellationToken cancellationToken)
    {
        var faults = new List<RecordFault>();
        foreach (var one in missing.Where(_ => form.Left is not null))
        {
            if (await ReasonAsync(form, one, cancellationToken) is { } reason)
            {
                faults.Add(new RecordFault(one, null, reason));
            }
        }

        return faults;
    }

    /// <summary>Why a record is no longer there though it was not deleted; <see langword="null"/> where the system knows of no such reason.</summary>
    public async Task<string?> ReasonAsync(EntityForm form, string key, CancellationToken cancellationToken)
    {
        if (form.Left is not { } left || key.Length == 0)
        {
            return null;
        }

        var address = service.AddressOf(left.Path, left.Parameters, Placeholders.With(Placeholders.None, ("key", key)));
        await using var response = await service.GetAsync(address, form, cancellationToken);
        if (response.Failure is { } failure)
        {
            return failure.Kind == FailureKind.Missing ? null : throw ListFailure.Of(form, address, failure);
        }

        return response.Content.Length > 0 && Said(response, left) is { } said && left.Is.Contains(said, StringComparer.OrdinalIgnoreCase)
            ? $"the record is no longer there, and was not deleted: {left.Reason}"
            : null;
    }

    private static string? Said(RestResponse response, LeftForm left) =>
        AnswerReader.Read(response.Content.Span, Envelope.OfRows([], left.At), (ref System.Text.Json.Utf8JsonReader json) => json.Skip()).Texts[0];
}
