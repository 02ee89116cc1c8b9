using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.PlainRest;

/// <summary>What a list was asked for, and its rows.</summary>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="NextOffset">Where the next page begins; none after the last.</param>
internal sealed record PlainList(ImmutableArray<object?[]> Rows, long Total, int? NextOffset)
{
    /// <summary>Reads a page: parameters named like properties compare for equality, and one asks for what changed since, inclusively.</summary>
    /// <param name="request">The request.</param>
    /// <param name="resource">What is listed.</param>
    /// <param name="database">The database.</param>
    /// <param name="since">The parameter that asks for changes.</param>
    /// <param name="paging">Where the page begins and how long it is, and the parameters that say so.</param>
    /// <exception cref="PlainRefusalException">A parameter is not known or malformed.</exception>
    public static PlainList Read(Request request, PlainResource resource, StandInDatabase database, string since, (int Offset, int Size, ImmutableArray<string> Parameters) paging)
    {
        var conditions = new List<string> { "1" };
        var values = new List<object?>();
        foreach (var (name, text) in request.Query.Where(pair => !paging.Parameters.Contains(pair.Key)))
        {
            var isSince = name == since;
            var field = resource.Table.Find(isSince ? resource.Table.Modified! : name) ?? throw new PlainRefusalException(400, $"The parameter '{name}' is not known.");
            conditions.Add($"t.{Sql.Quote(field.Name)} {(isSince ? ">=" : "=")} ?");
            values.Add(isSince ? Instant(name, text) : text);
        }

        var from = $"FROM {Sql.Quote(resource.Table.Table)} AS t WHERE {string.Join(" AND ", conditions)}";
        var total = (long)database.Value($"SELECT count(*) {from}", [.. values])!;
        var rows = database.Query(
            $"SELECT {string.Join(", ", resource.Table.Fields.Select(field => field.Sql()))} {from} ORDER BY t.{Sql.Quote(resource.Table.Modified!)}, t.{Sql.Quote(resource.Table.Key.Name)} LIMIT ? OFFSET ?",
            [.. values, paging.Size, paging.Offset]);
        return new PlainList(rows, total, paging.Offset + rows.Length < total ? paging.Offset + rows.Length : null);
    }

    /// <summary>A parameter that is a number.</summary>
    /// <exception cref="PlainRefusalException">It is none, or lies outside its bounds.</exception>
    public static int Number(Request request, string name, int absent, int least, int greatest) =>
        request.Parameter(name) is not { } text ? absent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= greatest ? number
        : throw new PlainRefusalException(400, $"'{name}' must be a number from {least} to {greatest}.");

    private static string Instant(string name, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)
            : throw new PlainRefusalException(400, $"'{text}' is no date and time for '{name}'.");
}
