using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Connectors.Definitions;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how records are written.</summary>
internal static class WriteForms
{
    private static readonly string[] Names = ["key", "parent"];

    /// <summary>A request that writes a record; <see langword="null"/> where nothing is said.</summary>
    /// <param name="section">What is said.</param>
    /// <param name="path">What <c>{path}</c> stands for.</param>
    /// <param name="verb">The verb where none is said.</param>
    /// <param name="body">The body where none is said.</param>
    public static WriteForm? Of(Section? section, string? path, string verb, BodyForm body)
    {
        if (section is null)
        {
            return null;
        }

        var form = new WriteForm(new HttpMethod(section.Text("verb") ?? verb), ListForms.PathOf(section, path, Names), section.Parameters(path, Names))
        {
            Body = section.Word("body", ("partial", BodyForm.Partial), ("whole", BodyForm.Whole), ("merge", BodyForm.Merge), ("json_patch", BodyForm.JsonPatch)) ?? body,
            ContentType = section.Text("content_type"),
            Wrap = section.Text("wrap"),
            Constants = section.Values("constants").ToImmutableDictionary(it => it.Entry.Key, it => JsonOf(it.Value)),
            Record = section.Places("record") ?? [],
            Key = ListForms.PlaceOf(section.Below("key")),
            IdempotencyHeader = section.Text("idempotency_header"),
            ConditionHeader = section.Text("condition_header"),
            TestsExpected = section.Flag("test") ?? false,
            SetOperation = section.Text("set_operation") ?? "replace",
            RemovesEmpty = section.Flag("remove_empty") ?? false,
        };
        Check(section, form);
        return form;
    }

    /// <summary>A request that creates several records; <see langword="null"/> where nothing is said.</summary>
    public static BatchForm? BatchOf(Section? section, string? path) => section is null
        ? null
        : new BatchForm(new HttpMethod(section.Text("verb") ?? "POST"), ListForms.PathOf(section, path, []), section.Parameters(path, []), section.Number("most") ?? 2)
        {
            Wrap = section.Text("wrap"),
            Rows = section.Places("rows") ?? [string.Empty],
            Key = section.Needed("key", "say where a row of the answer holds the key"),
            Error = section.Text("error"),
        };

    private static void Check(Section section, WriteForm form)
    {
        if (form.Body != BodyForm.JsonPatch && (form.TestsExpected || form.RemovesEmpty || section.Text("set_operation") is not null))
        {
            section.Faults.NotUnderstood(section.Place, "'test', 'remove_empty' and 'set_operation' are about a JSON patch", "write 'body: json_patch', or take them away");
        }
    }

    private static string JsonOf(DefinitionScalar value) => value.Kind switch
    {
        DefinitionScalarKind.Text => JsonSerializer.Serialize(value.Text),
        DefinitionScalarKind.Null => "null",
        _ => value.Text,
    };
}
