using NJsonSchema.Validation;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>Holds the nodes of a file against the schema of its kind (layer 2).</summary>
internal static class ShapeChecker
{
    /// <summary>Whether the file has the shape of its kind; the faults say where it has not.</summary>
    public static bool Accepts(FileKind kind, SourceNode root, ICollection<Diagnostic> faults)
    {
        var table = new NodeTable();
        var json = NodeReader.ToJson(root, table);
        var errors = Schemas.Of(kind).Validate(json);
        if (errors.Count == 0)
        {
            return true;
        }

        Explain(errors, new ShapeWording(kind, table), faults);
        return false;
    }

    // One fault a place: a number where a word of a list is expected is no text and not in the list, but that is one mistake.
    private static void Explain(IEnumerable<ValidationError> errors, ShapeWording wording, ICollection<Diagnostic> faults)
    {
        var seen = new HashSet<(int Node, bool Missing, string? Key)>();
        foreach (var error in errors.SelectMany(ErrorTree.Leaves))
        {
            var missing = error.Kind == ValidationErrorKind.PropertyRequired;
            if (seen.Add((error.LineNumber, missing, missing ? error.Property : null)))
            {
                faults.Add(wording.Explain(error));
            }
        }
    }
}
