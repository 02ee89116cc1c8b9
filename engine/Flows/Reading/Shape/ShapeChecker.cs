using NJsonSchema.Validation;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>Holds the nodes of a file against the schema of its kind (layer 2).</summary>
internal static class ShapeChecker
{
    /// <summary>Whether the file has the shape of its kind; the faults say where it has not.</summary>
    public static bool Accepts(FileKind kind, SourceNode root, ICollection<Diagnostic> faults) => Accepts(Schemas.Of(kind), root, kind, faults);

    /// <summary>Whether the file has the shape of a schema; the faults say where it has not.</summary>
    public static bool Accepts(Schema schema, SourceNode root, FileKind kind, ICollection<Diagnostic> faults) =>
        schema.Plain.Holds(root) || IsAccepted(schema, root, kind, faults);

    private static bool IsAccepted(Schema schema, SourceNode root, FileKind kind, ICollection<Diagnostic> faults)
    {
        var table = new NodeTable();
        var json = NodeReader.ToJson(root, table);
        var errors = schema.Explaining.Validate(json);
        if (errors.Count == 0)
        {
            return true;
        }

        Explain(errors, new ShapeWording(kind, table), faults);
        return false;
    }

    // One mistake, one fault: a list where keys are expected lacks every key, and a misspelt key lacks the one that was meant.
    private static void Explain(IEnumerable<ValidationError> errors, ShapeWording wording, ICollection<Diagnostic> faults)
    {
        var leaves = errors.SelectMany(ErrorTree.Leaves).ToList();
        var ofWrongKind = leaves.Where(ErrorTree.IsKindError).Select(e => e.LineNumber).ToHashSet();
        var told = new HashSet<(int Node, string? MissingKey)>();
        foreach (var error in leaves.Where(e => ErrorTree.IsKindError(e) || !ofWrongKind.Contains(e.LineNumber)))
        {
            var missing = error.Kind == ValidationErrorKind.PropertyRequired ? error.Property : null;
            if (told.Add((error.LineNumber, missing)) && !(missing is not null && wording.IsMisspelt(error)))
            {
                faults.Add(wording.Explain(error));
            }
        }
    }
}
