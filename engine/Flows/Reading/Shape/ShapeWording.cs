using NJsonSchema;
using NJsonSchema.Validation;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>Says in the author's words what the validator found.</summary>
internal sealed class ShapeWording(FileKind kind, NodeTable table)
{
    private const string Beginning = "the file begins with 'version: 1'";

    /// <summary>The diagnostic for an error at the end of the tree of errors.</summary>
    public Diagnostic Explain(ValidationError error)
    {
        var at = table[error.LineNumber];
        return error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed => UnknownKey(error, (ScalarNode)at.Node),
            ValidationErrorKind.PropertyRequired => MissingKey(error, at),
            ValidationErrorKind.NotInEnumeration => NotOneOf(error, at),
            ValidationErrorKind.PatternMismatch => ShapeFaults.WrongForm(at.Node.Place, Subject(at), TextOf(at), error.Schema.Description),
            ValidationErrorKind.StringTooShort => ShapeFaults.NoText(PlaceOf(at), Subject(at)),
            ValidationErrorKind.IntegerTooBig or ValidationErrorKind.NumberTooBig =>
                ShapeFaults.TooGreat(at.Node.Place, Subject(at), error.Schema.Maximum),
            ValidationErrorKind.NumberTooSmall => ShapeFaults.TooSmall(at.Node.Place, Subject(at), error.Schema.Minimum),
            ValidationErrorKind.TooFewItems or ValidationErrorKind.TooFewProperties =>
                ShapeFaults.TooFew(PlaceOf(at), Subject(at, error), at.Node is ListNode { Items.IsEmpty: true } or MappingNode { Entries.IsEmpty: true }, error.Schema.Description),
            ValidationErrorKind.TooManyItems or ValidationErrorKind.TooManyProperties =>
                ShapeFaults.TooMany(at.Node.Place, Subject(at), error.Schema.Description),
            ValidationErrorKind.ItemsNotUnique => ShapeFaults.Repeated(at.Node.Place, Subject(at)),
            _ => WrongKind(error, at),
        };
    }

    /// <summary>Whether a key that is missing is there, but misspelt.</summary>
    public bool IsMisspelt(ValidationError missing)
    {
        var legal = missing.Schema.ActualProperties.Keys.ToList();
        return table[missing.LineNumber].Node is MappingNode mapping && mapping.Entries
            .Select(e => e.Key.Text)
            .Any(key => !legal.Contains(key) && NearestName.Find(key, legal) == missing.Property);
    }

    private static Diagnostic UnknownKey(ValidationError error, ScalarNode key) =>
        error.Schema.PatternProperties.Count > 0
            ? ShapeFaults.NoName(key.Place, key.Text)
            : ShapeFaults.UnknownKey(key.Place, key.Text, error.Schema.ActualProperties.Keys);

    private Diagnostic MissingKey(ValidationError error, NumberedNode at)
    {
        var description = error.Schema.ActualProperties.GetValueOrDefault(error.Property)?.ActualSchema.Description;
        return ShapeFaults.MissingKey(at.Key is { } key && !at.IsItem ? key.Place : at.Node.Place, Subject(at, error), error.Property, description);
    }

    private Diagnostic NotOneOf(ValidationError error, NumberedNode at)
    {
        var legal = error.Schema.Enumeration.Select(e => e?.ToString() ?? "null").ToList();
        return at.Key?.Text == "version"
            ? ShapeFaults.UnknownVersion(at.Node.Place, TextOf(at))
            : ShapeFaults.NotOneOf(at.Node.Place, Subject(at), TextOf(at), legal);
    }

    private Diagnostic WrongKind(ValidationError error, NumberedNode at)
    {
        var expected = KindWords.Expected(error);
        return at.Node is ScalarNode { Kind: ScalarKind.Null }
            ? ShapeFaults.NoValue(PlaceOf(at), Subject(at), expected)
            : ShapeFaults.WrongKind(at.Node.Place, Subject(at, error), expected, KindWords.Found(at.Node), at.Key is null ? Beginning : Cure(error, at.Node));
    }

    private static string? Cure(ValidationError error, SourceNode found) => found switch
    {
        ScalarNode { Kind: ScalarKind.Text } text when KindWords.Of(error).HasFlag(JsonObjectType.Boolean) => KindWords.Truth(text.Text),
        ScalarNode { Kind: not ScalarKind.Text } scalar when KindWords.Of(error).HasFlag(JsonObjectType.String) =>
            $"put quotes around it: \"{scalar.Text}\"",
        _ => error.Schema.ActualSchema.Description,
    };

    // What has no width of its own is shown at its key.
    private static Place PlaceOf(NumberedNode at) =>
        at is { Node: ScalarNode { Text.Length: 0 } scalar, Key: { } key, IsItem: false } && scalar.Place.Column == scalar.Place.EndColumn
            ? key.Place
            : at.Node.Place;

    // What is in a list is best called what it is: a row, a match rule.
    private string Subject(NumberedNode at, ValidationError error) =>
        at is { IsItem: true } && error.Schema.Title is { Length: > 0 } title ? $"a {title.ToLowerInvariant()}" : Subject(at);

    private string Subject(NumberedNode at) => at switch
    {
        { Key: null } => kind switch
        {
            FileKind.Systems => "the workspace",
            FileKind.Entities => "an entities file",
            FileKind.Definition => "a definition file",
            FileKind.FlowTest => "a test file",
            _ => "a flow",
        },
        { IsItem: true } => $"an item of '{at.Key.Text}'",
        _ => $"'{at.Key.Text}'",
    };

    private static string TextOf(NumberedNode at) => ((ScalarNode)at.Node).Text;
}
