using System.Text;
using System.Globalization;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Finds the way from one page to the next.</summary>
internal static class NextPage
{
    /// <summary>The address of the first page.</summary>
    public static Uri First(Uri address, PagingForm paging)
    {
        if (paging is { SizeParameter: { } sized, Size: { } size })
        {
            address = Address.With(address, sized, Text(size));
        }

        return paging is { Kind: PagingKind.Page, Parameter: { } numbered } ? Address.With(address, numbered, Text(paging.First)) : address;
    }

    /// <summary>The address of the page behind one; <see langword="null"/> where that is the last.</summary>
    /// <param name="service">The service.</param>
    /// <param name="paging">How the list is parted.</param>
    /// <param name="at">Where the page was read.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="found">The link or token that it holds.</param>
    /// <param name="last">The property of the last row that the next page begins behind.</param>
    public static Uri? After(Service service, PagingForm paging, Uri at, int rows, string? found, string? last) => paging.Kind switch
    {
        PagingKind.NextLink => string.IsNullOrEmpty(found) ? null : service.Follow(at, found),
        PagingKind.Page or PagingKind.Offset when paging.Next is not null && !string.IsNullOrEmpty(found) => service.Follow(at, found),
        PagingKind.Cursor => string.IsNullOrEmpty(found) ? null : Address.With(at, paging.Parameter!, found),
        PagingKind.None => null,
        _ when rows == 0 || rows < paging.Size => null,
        PagingKind.Page => Address.With(at, paging.Parameter!, Text(NumberIn(at, paging.Parameter!, paging.First) + 1)),
        PagingKind.Offset => Address.With(at, paging.Parameter!, Text(NumberIn(at, paging.Parameter!, 0) + rows)),
        _ => string.IsNullOrEmpty(last) ? null : Address.With(at, paging.Parameter!, last),
    };

    /// <summary>What a header holds of the way to the next page.</summary>
    public static string? InHeader(AnswerPlace place, RestResponse response)
    {
        if (response.Header(place.Header!) is not { Length: > 0 } header)
        {
            return null;
        }

        return place.Path is { } path
            ? AnswerReader.Read(Encoding.UTF8.GetBytes(header), Envelope.OfRows([], path), Ignore).Texts[0]
            : header.Contains('<', StringComparison.Ordinal) ? LinkHeader.Next(header) : header;
    }

    private static void Ignore(ref System.Text.Json.Utf8JsonReader json) => json.Skip();

    private static long NumberIn(Uri address, string parameter, long otherwise)
    {
        var start = parameter + "=";
        var part = address.Query.TrimStart('?').Split('&').FirstOrDefault(p => p.StartsWith(start, StringComparison.Ordinal));
        return part is not null && long.TryParse(part.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
