using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how records are looked up.</summary>
internal static class LookupForms
{
    private static readonly string[] Types = ["any", "string", "integer", "decimal", "boolean", "date", "datetime", "reference"];

    /// <summary>The look-up by keys; <see langword="null"/> where nothing is said.</summary>
    public static KeyLookupForm? KeysOf(Section? section, string? path, ListForm? read)
    {
        if (section is null)
        {
            return null;
        }

        IReadOnlyList<string> names = [.. ListForms.Usual, "key", "keys", "parent"];
        var lookup = new KeyLookupForm(ListForms.PathOf(section, path, names, section.Below("several") is null ? null : read?.Path), section.Parameters(path, names))
        {
            Record = section.Places("record") ?? [string.Empty],
            Several = SeveralOf(section, path, read),
            ListFrom = section.Number("list_from"),
        };
        var wanted = lookup.Several is null ? "key" : "keys";
        var uses = lookup.Path.Uses(wanted) || lookup.Parameters.Any(p => p.Value.Uses(wanted)) || lookup.Path.Uses("parent") || lookup.Parameters.Any(p => p.Value.Uses("parent"));
        if (!uses)
        {
            section.Faults.Missing(section.Place, $"the request does not hold {{{wanted}}}", $"put {{{wanted}}} into the path or a parameter");
        }

        if (lookup.ListFrom is not null && read is null)
        {
            section.Faults.Missing(section.PlaceOf("list_from"), "there is no list that shows all of it", "take 'list_from' out, or say with 'read' how the entity is listed");
        }

        return lookup;
    }

    /// <summary>The look-up by values; <see langword="null"/> where nothing is said.</summary>
    public static ValueLookupForm? ValuesOf(Section? section, string? path, ListForm? read, IReadOnlyList<string>? known)
    {
        if (section is null)
        {
            return null;
        }

        var lookup = new ValueLookupForm(ListForms.Of(section, path, read, "filter"))
        {
            Each = section.TemplateAt("each", null, ["name", "literal", "value"]),
            Separator = section.Text("separator") ?? " and ",
            Literals = section.Values("literals").ToImmutableDictionary(it => it.Entry.Key, it => section.TemplateOf(it.Value, null, ["value"])),
            Properties = section.Texts("properties") ?? [],
            ByParameter = section.Pairs("by_parameter").ToImmutableDictionary(pair => pair.Key, pair => pair.Value),
        };
        Check(section, lookup, known);
        return lookup;
    }

    private static SeveralForm? SeveralOf(Section section, string? path, ListForm? read)
    {
        if (section.Below("several") is not { } several)
        {
            return null;
        }

        var list = ListForms.Of(section with { Node = Overlay.Of(section.Node, several.Node) }, path, read, "keys", "parent", "key");
        return new SeveralForm(several.TemplateAt("each", null, ["key"]) ?? Template.Parse("{key}")!, several.Text("separator") ?? ",", several.Number("most") ?? 1, list);
    }

    private static void Check(Section section, ValueLookupForm lookup, IReadOnlyList<string>? known)
    {
        if (lookup.Each is null && lookup.ByParameter.IsEmpty && lookup.Properties.IsEmpty)
        {
            section.Faults.Missing(section.Place, "nothing says how to ask for a value", "give 'each' and put {filter} into a parameter, give 'by_parameter', or name under 'properties' what is compared row by row");
        }

        if (lookup.Each is not null && !lookup.List.Uses("filter"))
        {
            section.Faults.Missing(section.Place, "the conditions of 'each' are nowhere in the request", "put {filter} into a parameter");
        }

        foreach (var (entry, _) in section.Values("literals").Where(it => !Types.Contains(it.Entry.Key)))
        {
            section.Faults.Unknown(entry.KeyPlace, "type", entry.Key, Types);
        }

        foreach (var (entry, _) in section.Values("by_parameter").Where(it => known?.Contains(it.Entry.Key) == false))
        {
            section.Faults.Unknown(entry.KeyPlace, "property", entry.Key, known!);
        }

        foreach (var name in lookup.Properties.Where(name => known?.Contains(name) == false))
        {
            section.Faults.Unknown(section.PlaceOf("properties"), "property", name, known!);
        }
    }
}
