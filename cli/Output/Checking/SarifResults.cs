using System.Text.Json;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Cli.Output.Checking;

/// <summary>The results of a run in SARIF.</summary>
internal sealed class SarifResults(Utf8JsonWriter json, RepositoryPaths paths, Fingerprints fingerprints)
{
    /// <summary>What paths are relative to.</summary>
    public const string Root = "%SRCROOT%";

    // The name under which GitHub and others look for it.
    private const string Fingerprint = "primaryLocationLineHash";

    /// <summary>Writes one result into an object that is open.</summary>
    public void Write(Diagnostic diagnostic, int rule)
    {
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", DiagnosticText.Word(diagnostic.Severity));
        json.WriteText("message", CheckedMessage.Of(diagnostic));
        json.WriteList("locations", [diagnostic.Place], WritePhysical);
        if (!diagnostic.Related.IsEmpty)
        {
            json.WriteList("relatedLocations", diagnostic.Related, WriteRelated);
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString(Fingerprint, fingerprints.Next(diagnostic));
        json.WriteEndObject();
        if (diagnostic.SuggestedEdit is { } edit)
        {
            json.WriteList("fixes", [edit], text => WriteFix(diagnostic.Place, text));
        }
    }

    private void WriteRelated(RelatedPlace related)
    {
        WritePhysical(related.Place);
        json.WriteText("message", related.Message);
    }

    private void WritePhysical(Place place)
    {
        json.WriteStartObject("physicalLocation");
        WriteFile(place);
        WriteRegion("region", place);
        json.WriteEndObject();
    }

    private void WriteFix(Place place, string text)
    {
        json.WriteText("description", $"Write '{text}'.");
        json.WriteList("artifactChanges", [place], changed =>
        {
            WriteFile(changed);
            json.WriteList("replacements", [changed], replaced =>
            {
                WriteRegion("deletedRegion", replaced);
                json.WriteText("insertedContent", text);
            });
        });
    }

    private void WriteFile(Place place)
    {
        var uri = paths.UriOf(place.File);
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", uri);
        if (!uri.StartsWith("file:", StringComparison.Ordinal))
        {
            json.WriteString("uriBaseId", Root);
        }

        json.WriteEndObject();
    }

    private void WriteRegion(string name, Place place)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", place.Line);
        json.WriteNumber("startColumn", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteEndObject();
    }
}
