using System.Globalization;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Two edits that met, and which of them won (clause R4).</summary>
/// <param name="Flow">The flow on which they met.</param>
/// <param name="Place">File and line of the row.</param>
/// <param name="Winner">The side that won.</param>
/// <param name="Loser">The side that was overwritten.</param>
/// <param name="DecidedBy">What decided: the policy, the direction, or clause R5.</param>
internal sealed record Conflict(string Flow, string Place, ConflictSide Winner, ConflictSide Loser, string DecidedBy)
{
    /// <summary>What <see cref="DecidedBy"/> begins with where nothing decided, and a person is to (clauses R4, R5).</summary>
    public const string Review = "review";

    /// <summary>The same for the same two edits, however many links they meet on; but what one row has decided another may leave to a person.</summary>
    public long Identity() => Fingerprint.Start
        .Add(Math.Min(Winner.Number, Loser.Number))
        .Add(Math.Max(Winner.Number, Loser.Number))
        .Add(DecidedBy.StartsWith(Review, StringComparison.Ordinal) ? 1 : 0)
        .Value;
}

/// <summary>One side of a conflict.</summary>
/// <param name="Record">The record.</param>
/// <param name="Property">The property.</param>
/// <param name="Value">Its value.</param>
/// <param name="Form">The form in which the values were compared.</param>
/// <param name="Edit">The edit that put the value there.</param>
/// <param name="Sensitive">Whether the value may not be shown (clause H3).</param>
internal sealed record ConflictSide(RecordName Record, string Property, Value Value, CanonicalForm Form, Stamp Edit, bool Sensitive)
{
    /// <summary>Its value as the other side has it or would have it: what a conversion makes of a value is no other edit.</summary>
    public Value Compared { get; init; } = Value;

    /// <summary>The edit and its value as a number.</summary>
    public long Number => Fingerprint.Start.Add(Edit.EditNumber()).Add(Form.Canonical(Compared).ToString()).Value;

    /// <summary>The value for a person.</summary>
    public string Shown => Sensitive ? Masked.Text : Value.ToString();

    /// <summary>The edit for a person.</summary>
    public string EditText() => Edit.IsDrift ? $"{Record}, edited where an enforced row writes" : TextOf(Edit);

    /// <summary>An edit for a person.</summary>
    public static string TextOf(Stamp edit) => edit.Time <= Stamp.LowestTime
        ? $"{edit.Origin}, at first sight"
        : $"{edit.Origin}, {new DateTime(edit.Time, DateTimeKind.Utc).ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)}";
}
