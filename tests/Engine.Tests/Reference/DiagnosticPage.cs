using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Documents;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Reference;

/// <summary>The list of all codes, made from the catalogue and the pages of the codes.</summary>
internal static class DiagnosticPage
{
    private static readonly ImmutableArray<(string Prefix, string Heading, string What)> Chapters =
    [
        ("ST00", "Files", "Files of the workspace, and pages that show them."),
        ("ST01", "YAML", "The first layer: what is no YAML, or a part of YAML that the language does without."),
        ("ST10", "Shape", "The second layer: keys and values that the JSON Schema of the file does not allow."),
        ("ST20", "Flows", "The third layer: what a flow means, held against the entities of its systems."),
        ("ST21", "Entity descriptions", "What an entity description says of itself."),
        ("ST22", "Systems", "`systems.yaml`: connectors, settings, secrets, profiles."),
        ("ST23", "Connector definitions", "`*.connector.yaml`, and the systems that use one."),
        ("ST30", "The set", "The fourth layer: all flows together."),
        ("ST40", "Tests of flows", "`*.flow-test.yaml`."),
        ("ST50", "Data-flow documents", "What `import` says of a document. Nothing is written for a document with an error."),
    ];

    public static string Text()
    {
        var page = new StringBuilder("""
            # Codes of diagnostics

            `sesamtalk validate` and `sesamtalk import` name each finding by a code. An *error* keeps flows from running, a *warning* is probably not what was meant, and a
            *note* is worth knowing. Each code has a page with an example and the cure. Codes are never used again for something else.

            This page is made from the catalogue of the program.

            """);
        foreach (var (prefix, heading, what) in Chapters)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n{what}\n\n| code | severity | about |\n|---|---|---|\n");
            foreach (var code in All.Where(code => code.Id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                page.Append(CultureInfo.InvariantCulture, $"| [{code.Id}](../errors/{code.Id}.md) | {code.Severity.ToString().ToLowerInvariant()} | {code.Title} |\n");
            }
        }

        return page.ToString();
    }

    /// <summary>All codes there are; what a document can have wrong is called as its page is.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        [.. DiagnosticCatalogue.Codes, .. DocumentFaults.Codes.Select(code => new DiagnosticCode(code, Severity.Error, TitleOf(code)))];

    /// <summary>What the page of a code is called.</summary>
    public static string TitleOf(string code) =>
        File.ReadLines(Path.Combine(Repository.Root, "docs", "errors", $"{code}.md")).First()[$"# {code}: ".Length..];
}
