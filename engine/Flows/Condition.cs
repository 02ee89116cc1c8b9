using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows;

/// <summary>
/// What must hold for a row to count (clause R9) or for a counterpart to be made (clause C1). It is data: each side has alternatives,
/// each alternative tests that all hold. Both sides must hold; a side without alternatives holds.
/// </summary>
/// <param name="Source">The alternatives of the source side.</param>
/// <param name="Target">The alternatives of the target side.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Condition(ImmutableArray<ImmutableArray<PropertyTest>> Source, ImmutableArray<ImmutableArray<PropertyTest>> Target, Place Place)
{
    /// <summary>Whether it is still to be written: it then never holds.</summary>
    public bool IsOpen => Source.IsEmpty && Target.IsEmpty;
}

/// <summary>A test of one property: it holds where the property has one of the values, or, negated, none of them.</summary>
/// <param name="Path">The property.</param>
/// <param name="Values">The values as text; the empty text stands for no value.</param>
/// <param name="IsNegated">Whether it holds where the property has none of the values.</param>
public sealed record PropertyTest(string Path, ImmutableArray<string> Values, bool IsNegated);
