using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>Finds many records in the list of all, where that takes fewer requests than to ask for each.</summary>
internal sealed class ListedKeys(Service service, Parents parents)
{
    /// <summary>
    /// The rows of keys that the list shows; none where the definition asks for each. It is read on only while that may still take fewer
    /// requests, so what it does not show is not known to be missing.
    /// </summary>
    public async Task<List<ReadRow>> AmongAsync(Sought sought, HashSet<string> keys, CancellationToken cancellationToken)
    {
        var form = sought.Form;
        if (form.KeyLookup!.ListFrom is not { } least || keys.Count < least || form.Read is not { } list)
        {
            return [];
        }

        if (form.Changes is { Cursor: var cursor })
        {
            sought.Plan.Need(cursor.Property, cursor.IsTime ? PropertyType.DateTime : PropertyType.Integer);
        }

        var found = new Dictionary<string, ReadRow>(StringComparer.Ordinal);
        var start = Placeholders.With(Placeholders.None, ("cursor", form.Changes?.Cursor.Start));
        var requests = 0;
        await foreach (var page in new ListRead(service, form, list, sought.Plan, start).PagesAsync(cancellationToken))
        {
            parents.See(sought, page.Rows);
            foreach (var row in page.Rows.Where(row => row.Key is { } key && keys.Contains(key)))
            {
                found[row.Key!] = row;
            }

            requests++;
            if (found.Count == keys.Count || requests + 1 >= RequestsFor(form.KeyLookup, keys.Count - found.Count))
            {
                return [.. found.Values];
            }
        }

        parents.SeeAll(form);
        return [.. found.Values];
    }

    private static int RequestsFor(KeyLookupForm lookup, int keys) => lookup.Several is { Most: var most } ? (keys + most - 1) / most : keys;
}
