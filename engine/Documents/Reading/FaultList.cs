using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Documents;

/// <summary>Collects what does not keep to the grammar.</summary>
/// <param name="file">The document's name, as a person sees it.</param>
internal sealed class FaultList(string file)
{
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();

    public bool IsEmpty => _found.Count == 0;

    /// <summary>Everything found, in the order of the document.</summary>
    public ImmutableArray<Diagnostic> Sorted => [.. _found.OrderBy(d => d.Place.Line).ThenBy(d => d.Place.Column)];

    /// <summary>Adds a fault of the line on which the cursor stands, from a column (counted from 0) to the end of the line.</summary>
    public void Add(Fault fault, LineCursor at, int from = 0) => Add(fault, at.Line, from, Math.Max(from, at.Trimmed.Length));

    /// <summary>Adds a fault of a stretch of a line; the columns count from 0.</summary>
    public void Add(Fault fault, int line, int from, int to)
    {
        Place place = new(file, line, from + 1, line, Math.Max(from + 1, to) + 1);
        _found.Add(new Diagnostic(fault.Code, Severity.Error, place, fault.Message) { Help = fault.Help });
    }
}
