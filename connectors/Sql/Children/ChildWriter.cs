using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Sql.Writing;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Sql.Children;

/// <summary>Writes the elements of a list, row by row: what is no longer in the list is deleted, then what differs is changed, then what is new is added.</summary>
internal sealed class ChildWriter(Session session, ChildTable table) : IDisposable
{
    private readonly TableWriter _rows = new(session, table.Entity, table.Shape);

    /// <summary>Makes the elements of a record those of a list.</summary>
    /// <returns>What was not accepted; <see langword="null"/> where all was.</returns>
    /// <exception cref="SesamTalk.Sqlite.SqliteFailureException">It was not accepted.</exception>
    public WriteOutcome? Write(string record, Value before, Value after, DateTime now)
    {
        var known = ListOf(before).ToDictionary(element => table.KeyOf(element)!, StringComparer.Ordinal);
        var wanted = ListOf(after).Select(element => (Key: table.KeyOf(element), Element: element)).ToList();
        var kept = wanted.Select(it => it.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var taken = known.Keys.ToHashSet(StringComparer.Ordinal);
        IEnumerable<WriteRequest> requests =
        [
            .. known.Keys.Where(key => !kept.Contains(key)).Select(key => new DeleteRequest(key, [])),
            .. wanted.Where(it => it.Key is { } key && known.ContainsKey(key)).Select(it => Update(it.Key!, known[it.Key!], it.Element)).Where(update => !update.Changes.IsEmpty),
            .. wanted.Where(it => it.Key is null || !known.ContainsKey(it.Key)).Select(it => Create(record, it.Key ?? table.NewKey(record, taken), it.Element)),
        ];
        var moment = _rows.At(now);
        return requests.Select(request => _rows.Write(request, moment)).FirstOrDefault(outcome => outcome is not Written);
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private static IEnumerable<Value> ListOf(Value list) => list.Kind == ValueKind.List ? list.AsList : [];

    private CreateRequest Create(string record, string? key, Value element)
    {
        var values = ImmutableArray.CreateBuilder<PropertyValue>();
        for (var i = 0; i < table.Elements.Properties.Length; i++)
        {
            if (i != table.Key && !element.AsElement[i].IsNone && table.Elements.Properties[i].Access != WriteAccess.Never)
            {
                values.Add(new PropertyValue(i, element.AsElement[i]));
            }
        }

        values.Add(new PropertyValue(table.Parent, Cells.KeyCell.ValueOf(table.Shape.Properties[table.Parent], record)));
        return new CreateRequest(key, values.ToImmutable(), string.Empty);
    }

    private UpdateRequest Update(string key, Value before, Value after) => new(
        key,
        [
            .. table.Elements.Properties.Select((property, i) => (property, i))
                .Where(it => it.i != table.Key && it.property.Access == WriteAccess.Always && before.AsElement[it.i] != after.AsElement[it.i])
                .Select(it => new PropertyChange(it.i, before.AsElement[it.i], after.AsElement[it.i])),
        ]);
}
