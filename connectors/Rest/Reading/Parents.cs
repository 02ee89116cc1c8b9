using System.Collections.Concurrent;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>
/// Knows under which other record a record has its address: what reads have shown, and for a record that none has shown, the list of
/// all keys, read once a connection.
/// </summary>
internal sealed class Parents(Service service)
{
    private readonly ConcurrentDictionary<(string Entity, string Key), string> _known = new();
    private readonly ConcurrentDictionary<string, bool> _listed = new(StringComparer.Ordinal);

    /// <summary>Takes rows into account.</summary>
    public void See(Sought sought, IEnumerable<ReadRow> rows)
    {
        if (sought.Form.Parent is not { } parent)
        {
            return;
        }

        var slot = sought.Plan.Need(parent.Property);
        foreach (var row in rows)
        {
            See(sought.Form, row.Key, row.Values[slot.Index]);
        }
    }

    /// <summary>Takes a record into account.</summary>
    public void See(EntityForm form, string? key, Value parent)
    {
        if (key is not null && !parent.IsNone)
        {
            _known[(form.Name, key)] = parent.ToString();
        }
    }

    /// <summary>The list of all records was read to its end, and seen.</summary>
    public void SeeAll(EntityForm form) => _listed.TryAdd(form.Name, true);

    /// <summary>The key of the record that the address of a record names; <see langword="null"/> where it is not known to be there.</summary>
    public async Task<string?> OfAsync(EntityForm form, EntityDescription entity, string key, CancellationToken cancellationToken)
    {
        if (form.Parent is null)
        {
            return null;
        }

        if (!_known.ContainsKey((form.Name, key)) && form.Read is { } list && _listed.TryAdd(form.Name, true))
        {
            var sought = new Sought(form, new ReadRequest(entity with { Modified = null }, new Shape([])));
            var start = Placeholders.With(Placeholders.None, ("cursor", form.Changes?.Cursor.Start));
            await foreach (var page in new ListRead(service, form, list, sought.Plan, start).PagesAsync(cancellationToken))
            {
                See(sought, page.Rows);
            }
        }

        return _known.GetValueOrDefault((form.Name, key));
    }
}
