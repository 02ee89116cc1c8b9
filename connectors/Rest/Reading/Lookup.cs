using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Values;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Looks records up by keys and by values. What the system shows beside what was asked for is left out.</summary>
internal sealed class Lookup(Service service, ChildReader children, Parents parents, Leavings leavings)
{
    private readonly ListedKeys _listed = new(service, parents);

    /// <summary>The records of those keys that exist.</summary>
    public async Task<RecordBatch> ByKeysAsync(EntityForm form, ReadRequest request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var wanted = keys.Distinct(StringComparer.Ordinal).ToList();
        var sought = new Sought(form, request);
        var asked = wanted.ToHashSet(StringComparer.Ordinal);
        var found = await _listed.AmongAsync(sought, asked, cancellationToken);
        asked.ExceptWith(found.Select(row => row.Key!));
        var rows = await OneByOneAsync(sought, [.. wanted.Where(asked.Contains)], cancellationToken);
        found.AddRange(rows.Where(row => row.Key is { } key && asked.Contains(key)));
        asked.ExceptWith(found.Select(row => row.Key!));
        var batch = await BatchAsync(sought, found, cancellationToken);
        var left = await leavings.AmongAsync(form, wanted.Where(asked.Contains), cancellationToken);
        return left.Count == 0 ? batch : batch with { Faults = [.. batch.Faults, .. left] };
    }

    /// <summary>The records in which each of the properties holds the given value.</summary>
    public async Task<RecordBatch> ByValuesAsync(
        EntityForm form, ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sought = new Sought(form, request);
        var slots = properties.Select(path => sought.Plan.Need(path)).ToList();
        var lookup = form.ValueLookup!;
        var asked = Enumerable.Range(0, properties.Count).Where(i => lookup.CanAsk(properties[i])).ToList();
        if (asked.Count == 0)
        {
            throw new ArgumentException($"{form.Name} cannot be asked for {string.Join(", ", properties)}.", nameof(properties));
        }

        var conditions = asked.Where(i => lookup.Each is not null && !lookup.ByParameter.ContainsKey(properties[i])).Select(i => Condition(form, lookup, slots[i].Property, values[i]));
        var filter = string.Join(lookup.Separator, conditions);
        var list = lookup.List with
        {
            Parameters =
            [
                .. lookup.List.Parameters,
                .. asked.Where(i => lookup.ByParameter.ContainsKey(properties[i])).Select(i => new Parameter(lookup.ByParameter[properties[i]], Template.Parse("{p" + i + "}")!)),
            ],
        };
        var placeholders = Placeholders.With(Placeholders.None, [("filter", filter), .. asked.Select(i => ("p" + i, (string?)Text(form, slots[i].Property, values[i])))]);
        var rows = new List<ReadRow>();
        await foreach (var page in new ListRead(service, form, list, sought.Plan, placeholders).PagesAsync(cancellationToken))
        {
            rows.AddRange(page.Rows.Where(row => slots.Select((slot, i) => row.Values[slot.Index] == values[i]).All(same => same)));
        }

        return await BatchAsync(sought, rows, cancellationToken);
    }

    private async Task<List<ReadRow>> OneByOneAsync(Sought sought, List<string> keys, CancellationToken cancellationToken)
    {
        var owners = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            owners[key] = await parents.OfAsync(sought.Form, sought.Request.Entity, key, cancellationToken);
        }

        return await new KeyFetch(service, sought.Form, sought.Form.KeyLookup!, sought.Plan).RowsAsync(keys, key => owners[key], cancellationToken);
    }

    private async Task<RecordBatch> BatchAsync(Sought sought, IEnumerable<ReadRow> rows, CancellationToken cancellationToken)
    {
        var found = rows.ToList();
        parents.See(sought, found);
        return await children.FillAsync(sought, Batches.Of(new Page(service.Base, found), int.MaxValue / 2).Single(), cancellationToken);
    }

    private static string Condition(EntityForm form, ValueLookupForm lookup, PropertyDescription property, Value value)
    {
        var text = Text(form, property, value);
        var literal = lookup.Literals.GetValueOrDefault(property.Type.ToString().ToLowerInvariant())
            ?.Render(Placeholders.With(Placeholders.None, ("value", text))) ?? text;
        return lookup.Each!.Render(Placeholders.With(Placeholders.None, ("name", form.Properties.PlaceOf(property.Path)), ("literal", literal), ("value", text)));
    }

    private static string Text(EntityForm form, PropertyDescription property, Value value) => ValueWriter.TextOf(property, value, form.Properties[property.Path]);
}
