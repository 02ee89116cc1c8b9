using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>A cell that names a property, perhaps under conditions.</summary>
/// <param name="Raw">The cell word for word, with what blanks it ends in.</param>
/// <param name="Path">The property path.</param>
/// <param name="Conditions">The conditions, of which one must hold; none where it always counts.</param>
internal sealed record PathCell(string Raw, string Path, ImmutableArray<Clause> Conditions);

/// <summary>One condition of a cell.</summary>
/// <param name="Value">The value that is asked for; may be empty.</param>
/// <param name="Path">The property that must have it; may be empty.</param>
internal sealed record Clause(string Value, string Path);
