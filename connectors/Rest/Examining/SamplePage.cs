using System.Text.Json;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Json;
using SesamTalk.Connectors.Rest.Reading;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Examining;

/// <summary>The first page of an entity, with all that is described of it, held against the description.</summary>
internal sealed class SamplePage
{
    private readonly EntityDescription _entity;
    private readonly RowPlan _plan;
    private readonly ListRead _read;
    private SampleRows? _rows;

    /// <summary>A page that is not asked for yet.</summary>
    public SamplePage(Service service, EntityForm form, ListForm list, EntityDescription entity)
    {
        _entity = entity;
        _plan = new RowPlan(form, entity, new Shape(entity.Properties));
        _read = new ListRead(service, form, list, _plan, Placeholders.With(Placeholders.None, ("cursor", form.Changes?.Cursor.Start)));
    }

    /// <summary>Asks for it.</summary>
    /// <exception cref="SystemFailureException">It is not given.</exception>
    public async Task AskAsync(CancellationToken cancellationToken) => _rows = await _read.SampleAsync(cancellationToken);

    /// <summary>What is not as described.</summary>
    /// <exception cref="SystemFailureException">What was given is no page, or the request was not understood.</exception>
    public IEnumerable<Examination> Judge()
    {
        if (_rows!.Trouble is { } trouble)
        {
            throw trouble;
        }

        List<Examination> found = [.. Absent(), .. Unreadable()];
        return found.Count > 0 ? found : [Examination.Fine(ExaminationLayer.Shape, Well(_rows.Json.Count))];
    }

    private string Well(int rows) => rows == 0
        ? $"{_entity.Name}: there are no records to hold against the description"
        : $"{_entity.Name}: all {_entity.Properties.Length} properties are there, in {rows} {(rows == 1 ? "record" : "records")}";

    private IEnumerable<Examination> Absent() => _rows!.Json.Count == 0 ? [] : _entity.Properties
        .Select(property => (property.Path, Place: _plan.PlaceInRow(property.Path)))
        .Where(it => it.Place is not null && !_rows.Json.Exists(row => Shows(row, it.Place)))
        .Select(it => Examination.Warning(
            ExaminationLayer.Shape,
            $"{_entity.Name}: '{it.Path}' is described, and none of {_rows.Json.Count} records shows it{(it.Place == it.Path ? string.Empty : $" at '{it.Place}'")}",
            $"Correct its name in the entity description, or say where it stands with 'at' in the definition. Where the system leaves out what is empty, all is well."));

    // What cannot be read may be sensitive, so it is not shown.
    private IEnumerable<Examination> Unreadable() => _rows!.Read
        .Where(row => row.Fault is not null)
        .GroupBy(row => row.Fault!.Property)
        .Select(rows => Examination.Failure(
            ExaminationLayer.Shape,
            $"{_entity.Name}: '{rows.Key}' cannot be read as {TypeOf(rows.Key)} in {rows.Count()} of {_rows.Json.Count} records, the first of which is {rows.First().Key ?? "without a key"}",
            "Correct its type in the entity description, or say under 'values' or 'properties' of the definition how it is written."));

    private string TypeOf(string? property) => _entity.Property(property ?? string.Empty)?.Type.ToString().ToLowerInvariant() ?? "described";

    // Below what has no value nothing can be seen.
    private static bool Shows(JsonElement row, string place)
    {
        foreach (var name in place.Split('.'))
        {
            if (row.ValueKind != JsonValueKind.Object)
            {
                return true;
            }

            if (!row.TryGetProperty(name, out row))
            {
                return false;
            }
        }

        return true;
    }
}
