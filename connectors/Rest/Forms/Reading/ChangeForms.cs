using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Rest.Values;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how changes and deletes are asked for.</summary>
internal static class ChangeForms
{
    /// <summary>The changes: what is not said of them is as in the list of all.</summary>
    public static ChangesForm? ChangesOf(Section entity, string? path, ListForm read, PropertyForms properties)
    {
        if (entity.Below("changes") is not { } own || entity.Node["read"] is not DefinitionMapping all)
        {
            return null;
        }

        var section = own with { Node = Overlay.Of(all, own.Node) };
        var list = ListForms.Of(section, path, read, "cursor");
        if (!list.Uses("cursor"))
        {
            own.Faults.Missing(own.Place, "the changes are asked for without {cursor}", "put {cursor} into a parameter, such as $filter: \"modified ge {cursor}\"");
        }

        return CursorOf(own, properties) is { } cursor ? new ChangesForm(list, cursor) { VoidStatuses = own.Numbers("void") ?? [410], CompleteEvery = own.Duration("complete_every") } : null;
    }

    /// <summary>The deletes.</summary>
    public static DeletesForm? DeletesOf(Section entity, string? path, ListForm read, PropertyForms properties)
    {
        if (entity.Below("deletes") is not { } section)
        {
            return null;
        }

        if (entity.Below("changes") is null)
        {
            section.Faults.Missing(section.Place, "deletes are told only with changes", "say under 'changes' how those are read");
        }

        var type = section.Below("type");
        var list = ListForms.Of(section, path, read, "cursor");
        return CursorOf(section, properties) is { } cursor
            ? new DeletesForm(list, cursor, section.Needed("key", "name the property of a row that holds the key of the deleted record"))
            {
                TypeAt = type?.Text("at"),
                Types = type?.Texts("is") ?? [],
            }
            : null;
    }

    private static CursorForm? CursorOf(Section section, PropertyForms properties)
    {
        if (section.Below("cursor") is not { } cursor)
        {
            section.Faults.Missing(section.Place, "'cursor' is missing", "name the property that moves with each change: cursor: { property: NAME }");
            return null;
        }

        var property = cursor.Needed("property", "name the property that moves with each change");
        var usual = properties[property];
        return new CursorForm(property, cursor.Text("kind") != "version")
        {
            Form = usual with { DateTime = ValueForms.DateTimeOf(cursor) ?? usual.DateTime, Zone = ValueForms.ZoneOf(cursor) ?? usual.Zone },
            StepTicks = Math.Max(1, (cursor.Duration("step") ?? StepOf(ValueForms.DateTimeOf(cursor) ?? usual.DateTime)).Ticks),
            IsExclusive = cursor.Flag("exclusive") ?? false,
            Overlap = cursor.Duration("overlap") ?? TimeSpan.FromMinutes(1),
            Start = cursor.Text("start") ?? string.Empty,
        };
    }

    // What a form cannot write is cut before one step is taken off, not afterwards.
    private static TimeSpan StepOf(DateTimeForm form) => form switch
    {
        DateTimeForm.UnixSeconds => TimeSpan.FromSeconds(1),
        DateTimeForm.UnixMilliseconds or DateTimeForm.DateMilliseconds or DateTimeForm.DateMillisecondsLocal => TimeSpan.FromMilliseconds(1),
        _ => TimeSpan.FromTicks(1),
    };
}
