using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Values;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how an entity is read and written.</summary>
internal static class EntityForms
{
    /// <summary>The form of an entity.</summary>
    /// <param name="entry">What the file says of it.</param>
    /// <param name="section">The same, laid over the defaults.</param>
    /// <param name="entity">What the system says of it; <see langword="null"/> where that is not known.</param>
    /// <param name="usual">How values are written.</param>
    public static EntityForm Of(DefinitionEntry entry, Section section, EntityDescription? entity, ValueForm usual)
    {
        var known = entity?.Properties.Select(property => property.Path).ToList();
        var path = section.Text("path");
        var properties = ValueForms.PropertiesOf(section, usual, known);
        var read = section.Below("read") is { } list ? ListForms.Of(list, path, null, "cursor") : null;
        if (read is null)
        {
            section.Faults.Missing(entry.KeyPlace, $"nothing says how {entry.Key} is read", "give 'read', here or under 'defaults'");
        }

        var form = new EntityForm(entry.Key, properties)
        {
            LimitGroup = section.Text("limit_group") ?? string.Empty,
            Read = read,
            Changes = read is null ? null : ChangeForms.ChangesOf(section, path, read, properties),
            Deletes = read is null ? null : ChangeForms.DeletesOf(section, path, read, properties),
            KeyLookup = LookupForms.KeysOf(section.Below("key_lookup"), path, read),
            ValueLookup = LookupForms.ValuesOf(section.Below("value_lookup"), path, read, known),
            Create = WriteForms.Of(section.Below("create"), path, "POST", BodyForm.Partial),
            Batch = WriteForms.BatchOf(section.Below("batch"), path),
            Update = WriteForms.Of(section.Below("update"), path, "PATCH", BodyForm.Merge),
            Delete = WriteForms.Of(section.Below("delete"), path, "DELETE", BodyForm.Partial),
            Parent = section.Text("parent") is { } parent ? new ParentForm(parent) : null,
            Children = section.Sections("children").ToImmutableDictionary(it => it.Entry.Key, it => ChildOf(it.Section, entity?.Property(it.Entry.Key), usual)),
            RewritesValues = section.Flag("rewrites_values") ?? false,
            Left = LeftForms.Of(section.Below("left"), path),
            IsInKeyOrder = section.Flag("in_key_order") ?? false,
        };
        EntityRules.Check(entry, section, form, entity);
        return form;
    }

    private static ChildForm ChildOf(Section section, PropertyDescription? list, ValueForm usual) => new()
    {
        Rows = section.Text("rows") ?? string.Empty,
        Read = LookupForms.KeysOf(section.Below("read"), null, null) is { } lookup && section.Below("read") is { } read
            ? lookup with { Record = read.Places("record") ?? [string.Empty] }
            : null,
        Parent = section.Text("parent"),
        ComesWithCreate = section.Flag("in_create") ?? false,
        Create = WriteForms.Of(section.Below("create"), null, "POST", BodyForm.Partial),
        Update = WriteForms.Of(section.Below("update"), null, "PATCH", BodyForm.Merge),
        Delete = WriteForms.Of(section.Below("delete"), null, "DELETE", BodyForm.Partial),
        Properties = ValueForms.PropertiesOf(section, usual, list?.Elements?.Properties.Select(property => property.Path).ToList()),
    };
}
