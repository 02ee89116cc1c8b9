using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Reads what a system tells of deleted records (clause O5).</summary>
internal sealed class DeleteFeed(Service service, EntityForm form, DeletesForm deletes)
{
    /// <summary>Reads what was deleted since a place, of whatever kind.</summary>
    /// <param name="request">The entity.</param>
    /// <param name="since">The place; <see langword="null"/> for the beginning.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public async Task<DeleteLog> ReadAsync(ReadRequest request, CursorPlace? since, CancellationToken cancellationToken)
    {
        var cursor = deletes.Cursor;
        var key = request.Entity.Property(request.Entity.Key.Property) ?? new PropertyDescription(request.Entity.Key.Property, PropertyType.String);
        // A row of the feed is about a record, and is no such record: it has properties of its own.
        var row = new EntityDescription(form.Name, new KeyDescription(deletes.Key, KeyGiver.System), [new PropertyDescription(deletes.Key, key.Type)]);
        var plan = new RowPlan(form, row, new Shape([]));
        var place = plan.Need(cursor.Property, cursor.IsTime ? PropertyType.DateTime : PropertyType.Integer);
        var type = deletes.TypeAt is { } typeAt ? plan.Need(typeAt) : null;
        var start = Placeholders.With(Placeholders.None, ("cursor", since?.InRequest(cursor) ?? cursor.Start));
        var tracker = new CursorTracker(cursor, since);
        var rows = ImmutableArray.CreateBuilder<DeletedRow>();
        await foreach (var page in new ListRead(service, form, deletes.List, plan, start).PagesAsync(cancellationToken))
        {
            tracker.See(page, place.Index);
            rows.AddRange(page.Rows.Where(told => told.Key is not null).Select(told => new DeletedRow(
                told.Key!, type is null ? null : told.Values[type.Index].ToString(), CursorPlace.Of(told.Values[place.Index], cursor.IsTime))));
        }

        return new DeleteLog(since, rows.ToImmutable(), tracker.Next());
    }
}
