using System.Globalization;
using System.Net;
using System.Text;

namespace SesamTalk.Connectors.Tests.Rest;

/// <summary>Answers with as many pages as are wanted, each made when it is asked for, with a link to the next one.</summary>
/// <param name="pages">How many pages.</param>
/// <param name="rows">How many rows a page.</param>
/// <param name="letters">How long the text in each row.</param>
internal sealed class EndlessPages(int pages, int rows, int letters) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = request.RequestUri!.Query;
        var page = query.Contains("page=", StringComparison.Ordinal) ? int.Parse(query.Split("page=")[1], CultureInfo.InvariantCulture) : 1;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(Body(page), Encoding.UTF8, "application/json"),
        });
    }

    private string Body(int page)
    {
        var body = new StringBuilder("{\"rows\":[");
        for (var row = 0; row < rows; row++)
        {
            var id = (page * rows) + row;
            body.Append(row > 0 ? "," : string.Empty)
                .Append(CultureInfo.InvariantCulture, $$"""{"id":"k{{id}}","modified":"2026-01-05T08:00:00Z","name":"{{id.ToString(CultureInfo.InvariantCulture).PadLeft(letters, 'x')}}"}""");
        }

        return body.Append("],\"next\":").Append(page < pages ? $"\"/v2/things?page={page + 1}\"" : "null").Append('}').ToString();
    }
}
