using NJsonSchema.Validation;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>Finds, in what the validator says, the errors that an author can do something about.</summary>
internal static class ErrorTree
{
    /// <summary>The errors at the ends of the tree of errors.</summary>
    public static IEnumerable<ValidationError> Leaves(ValidationError error) => error switch
    {
        ChildSchemaValidationError { Kind: ValidationErrorKind.NotAnyOf } alternatives => LeavesOfNearest(alternatives),
        ChildSchemaValidationError parent => parent.Errors.Values.SelectMany(e => e).SelectMany(Leaves),
        _ => [error],
    };

    /// <summary>Whether an error says that a value is of the wrong kind altogether.</summary>
    public static bool IsKindError(ValidationError error) => error.Kind
        is ValidationErrorKind.StringExpected or ValidationErrorKind.NumberExpected or ValidationErrorKind.IntegerExpected
        or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected
        or ValidationErrorKind.NoTypeValidates or ValidationErrorKind.NotAnyOf;

    // Of alternatives of different kinds, the one of the kind that the author wrote is the one that was meant.
    private static IEnumerable<ValidationError> LeavesOfNearest(ChildSchemaValidationError alternatives)
    {
        var meant = alternatives.Errors.Values.FirstOrDefault(e => !e.Any(x => IsKindError(x) && x.LineNumber == alternatives.LineNumber));
        return meant is null ? [alternatives] : meant.SelectMany(Leaves);
    }
}
