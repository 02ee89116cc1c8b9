using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Reads the lists of elements that do not come with their records: by requests of one record, or of several.</summary>
internal sealed class ChildReader(Service service)
{
    /// <summary>A batch with the lists of its records. Records whose list cannot be read become faults.</summary>
    public async Task<RecordBatch> FillAsync(Sought sought, RecordBatch batch, CancellationToken cancellationToken)
    {
        foreach (var slot in sought.Plan.Apart.Where(slot => slot.Index < sought.Plan.ShapeCount))
        {
            batch = await FillAsync(sought.Form, slot, batch, cancellationToken);
        }

        return batch;
    }

    private async Task<RecordBatch> FillAsync(EntityForm form, Slot slot, RecordBatch batch, CancellationToken cancellationToken)
    {
        var child = form.Children[slot.Property.Path];
        var rows = child.Read!.Several is not null
            ? await TogetherAsync(form, child, slot, batch, cancellationToken)
            : await ApartAsync(form, child, slot, batch, cancellationToken);
        var bad = rows.Where(row => row.Fault is not null).GroupBy(row => row.Owner, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Fault!, StringComparer.Ordinal);
        var elements = rows.Where(row => row.Fault is null).ToLookup(row => row.Owner, row => row.Element, StringComparer.Ordinal);
        foreach (var record in batch.Records)
        {
            Value[] list = [.. elements[record.Key]];
            record.Values[slot.Index] = list.Length == 0 ? Value.None : Value.List(list);
        }

        return bad.Count == 0 ? batch : batch with
        {
            Records = [.. batch.Records.Where(record => !bad.ContainsKey(record.Key))],
            Faults = [.. batch.Faults, .. batch.Records.Where(r => bad.ContainsKey(r.Key)).Select(r => new RecordFault(r.Key, slot.Property.Path, $"an element of '{slot.Property.Path}': {bad[r.Key].Message}"))],
        };
    }

    private async Task<List<ChildRow>> ApartAsync(EntityForm form, ChildForm child, Slot slot, RecordBatch batch, CancellationToken cancellationToken)
    {
        var rows = new List<ChildRow>();
        foreach (var record in batch.Records)
        {
            var plan = PlanOf(form, child, slot);
            var list = new ListForm(child.Read!.Path, child.Read.Parameters, child.Read.Record, new PagingForm(PagingKind.None));
            await foreach (var page in new ListRead(service, form, list, plan, name => name is "key" or "parent" ? record.Key : null).PagesAsync(cancellationToken))
            {
                rows.AddRange(page.Rows.Select(row => Of(row, record.Key, plan)));
            }
        }

        return rows;
    }

    private async Task<List<ChildRow>> TogetherAsync(EntityForm form, ChildForm child, Slot slot, RecordBatch batch, CancellationToken cancellationToken)
    {
        var plan = PlanOf(form, child, slot);
        var owner = plan.Need(child.Parent!);
        var fetch = new KeyFetch(service, form, child.Read!, plan);
        var rows = await fetch.RowsAsync([.. batch.Records.Select(record => record.Key)], _ => null, cancellationToken);
        return [.. rows.Select(row => Of(row, row.Values[owner.Index].ToString(), plan))];
    }

    // An element is read like a record of its own; without a key of its own its first property stands for one.
    private static RowPlan PlanOf(EntityForm form, ChildForm child, Slot slot)
    {
        var elements = slot.Property.Elements!;
        var key = elements.Key ?? elements.Properties[0].Path;
        var entity = new EntityDescription(slot.Property.Path, new KeyDescription(key, KeyGiver.System), elements.Properties);
        return new RowPlan(new EntityForm(form.Name, child.Properties), entity, new Shape(elements.Properties));
    }

    private static ChildRow Of(ReadRow row, string owner, RowPlan plan) => new(owner, Value.Element(row.Values[..plan.ShapeCount]), row.Fault);

    private readonly record struct ChildRow(string Owner, Value Element, RecordFault? Fault);
}
