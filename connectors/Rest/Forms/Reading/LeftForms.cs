namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how to ask whether a record left without being deleted.</summary>
internal static class LeftForms
{
    private static readonly string[] Names = ["key"];

    /// <summary>How to ask; <see langword="null"/> where nothing is said.</summary>
    public static LeftForm? Of(Section? section, string? path)
    {
        if (section is null)
        {
            return null;
        }

        var form = new LeftForm(ListForms.PathOf(section, path, Names), section.Parameters(path, Names), section.Text("at") ?? string.Empty, section.Texts("is") ?? [], section.Text("reason") ?? string.Empty);
        if (!form.Path.Uses("key") && !form.Parameters.Any(parameter => parameter.Value.Uses("key")))
        {
            section.Faults.Missing(section.Place, "'left' does not say which record", "put {key} into its path or a parameter");
        }

        return form;
    }
}
