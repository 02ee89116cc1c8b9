using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Running;

namespace SesamTalk.Engine.History;

/// <summary>What became of taking a run back (clause H2).</summary>
/// <param name="Run">The run that did it.</param>
/// <param name="Undone">The run that was taken back.</param>
/// <param name="Restored">How many properties have their earlier value again.</param>
/// <param name="Changes">The changes of that run, by record and property: the first thousand that were restored, and the first thousand that were not.</param>
public sealed record UndoReport(RunReport Run, long Undone, long Restored, ImmutableArray<UndoneChange> Changes);

/// <summary>What became of one change.</summary>
/// <param name="Record">The record, as <c>system/entity/key</c>.</param>
/// <param name="Property">The property; none where the record as a whole is meant.</param>
/// <param name="Before">The earlier value; what is sensitive is replaced.</param>
/// <param name="After">The value that the run had put there; what is sensitive is replaced.</param>
/// <param name="Reason">Why the earlier value is not there again; none where it is.</param>
public sealed record UndoneChange(string Record, string? Property, Value Before, Value After, string? Reason);
