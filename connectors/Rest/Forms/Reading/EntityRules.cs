using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>What has to fit together in what a definition says of an entity.</summary>
internal static class EntityRules
{
    /// <summary>Tells what does not.</summary>
    public static void Check(DefinitionEntry entry, Section section, EntityForm form, EntityDescription? entity)
    {
        CheckWrites(section, form, entity);
        CheckChildren(section, form, entity);
        if (form.Batch is not null && form.Create is not null && form.Create.IdempotencyHeader is not null)
        {
            section.Faults.NotUnderstood(section.PlaceOf("batch"), "a batch cannot carry the idempotency key of each record", "take 'batch' or 'idempotency_header' away");
        }

        if (form.Parent is { } parent && entity is not null && entity.Property(parent.Property) is null)
        {
            section.Faults.Unknown(section.PlaceOf("parent"), "property", parent.Property, entity.Properties.Select(property => property.Path));
        }
    }

    private static void CheckWrites(Section section, EntityForm form, EntityDescription? entity)
    {
        if (entity is { CanCreate: true, Key.GivenBy: KeyGiver.System } && form.Create is { Key: null, Record.IsEmpty: true })
        {
            section.Faults.Missing(section.PlaceOf("create"), "nothing says where the key of a created record stands", "give 'key' or 'record': key: { at: id }, or key: { header: Location }");
        }

        foreach (var (name, write) in new[] { ("update", form.Update), ("delete", form.Delete) })
        {
            if (write is { ConditionHeader: not null } or { Body: BodyForm.Whole } && form.KeyLookup is not { Several: null })
            {
                section.Faults.Missing(section.PlaceOf(name), $"'{name}' reads the record first, and nothing says how", "give 'key_lookup' with a request a key");
            }

            if (write is not null && !write.Path.Uses("key") && !write.Parameters.Any(parameter => parameter.Value.Uses("key")))
            {
                section.Faults.Missing(section.PlaceOf(name), $"'{name}' does not say which record", "put {key} into its path, such as \"{path}/{key}\"");
            }
        }

        var usesParent = new[] { form.KeyLookup?.Path, form.Create?.Path, form.Update?.Path, form.Delete?.Path }.Any(path => path?.Uses("parent") == true);
        if (usesParent && form.Parent is null)
        {
            section.Faults.Missing(section.Place, "{parent} is used, and nothing says which property holds it", "give 'parent: PROPERTY'");
        }
    }

    private static void CheckChildren(Section section, EntityForm form, EntityDescription? entity)
    {
        foreach (var (entry, child) in section.Sections("children"))
        {
            if (entity is not null && entity.Property(entry.Key)?.Elements is null)
            {
                section.Faults.Unknown(entry.KeyPlace, "list of elements", entry.Key, entity.Properties.Where(p => p.Elements is not null).Select(p => p.Path));
            }

            var read = form.Children[entry.Key];
            if (read.Read?.Several is not null && read.Parent is null)
            {
                child.Faults.Missing(child.Place, "elements of several records are read at once, and nothing says whose each is", "give 'parent', the property of an element with the key of its record");
            }

            CheckSingleWrites(entry, child, form, read, entity?.Property(entry.Key)?.Elements);
        }
    }

    // What is written by a request of its own is added a second time where nobody can tell whether it is there.
    private static void CheckSingleWrites(DefinitionEntry entry, Section child, EntityForm form, ChildForm written, ElementsDescription? elements)
    {
        if (written.Create is not null && form.KeyLookup is null)
        {
            child.Faults.Missing(
                entry.KeyPlace,
                $"the elements of '{entry.Key}' are added one by one, and nothing says how their record is looked up: after a lost answer nobody can tell which of them were added",
                "give the entity a 'key_lookup'");
        }

        if (written.WritesOneByOne && elements is { Key: null })
        {
            child.Faults.Missing(
                entry.KeyPlace,
                $"the elements of '{entry.Key}' are written one by one, and their description does not say by what the system knows one",
                "give 'key' to the 'elements' in the entity description; or take 'create', 'update' and 'delete' away, and the list is written whole");
        }
    }
}
