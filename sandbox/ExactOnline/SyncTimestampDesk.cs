using System.Globalization;
using SesamTalk.Sandbox.ExactOnline.Query;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>Answers the function that finds the row version of a time: <c>read/sync/Sync/SyncTimestamp</c>.</summary>
/// <param name="database">The database.</param>
/// <param name="time">How times are read.</param>
internal sealed class SyncTimestampDesk(StandInDatabase database, ExactTime time)
{
    /// <summary>The path of the function.</summary>
    public const string Resource = "read/sync/Sync/SyncTimestamp";

    /// <summary>The version after which everything lies that was changed after the time that is given.</summary>
    /// <exception cref="ExactRefusalException">A parameter is missing or not understood.</exception>
    public Reply Answer(Request request)
    {
        var wall = Literal(request, "modified", FilterTokenKind.DateTime);
        var endPoint = Literal(request, "endPoint", FilterTokenKind.Text);
        var entity = ExactCatalogue.Entities.FirstOrDefault(entity => entity.Sync is { } sync && (sync == $"sync/{endPoint}" || sync.EndsWith("/" + endPoint, StringComparison.OrdinalIgnoreCase)))
            ?? throw ExactRefusalException.Malformed($"There is no sync endpoint '{endPoint}'.");
        var modified = time.WallClock(wall) ?? throw ExactRefusalException.Malformed($"'{wall}' is no DateTime.");
        var column = entity.Name == "Deleted" ? "DeletedDate" : "Modified";
        var version = (long)database.Value($"SELECT coalesce(max(Timestamp), 0) FROM {Sql.Quote(entity.Name)} WHERE {column} <= ?", time.Instant(modified))!;
        return Reply.Json(200, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("d");
            json.WriteString("Modified", time.Wire(time.Instant(modified)));
            json.WriteString("API", endPoint);
            json.WriteString("TimeStampAsBigInt", version.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static string Literal(Request request, string name, FilterTokenKind kind) =>
        request.Parameter(name) is { } text && FilterTokens.Of(text) is [var token, _] && token.Kind == kind
            ? token.Text
            : throw ExactRefusalException.Malformed($"The parameter '{name}' is missing or malformed.");
}
