using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Reading;

/// <summary>Ability: look records up by the values of some properties, such as a natural key (clause C3).</summary>
public interface IValueLookup
{
    /// <summary>The records in which each of the properties holds the given value.</summary>
    /// <param name="request">What to read of them.</param>
    /// <param name="properties">The paths to compare.</param>
    /// <param name="values">One value a path.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Systems.SystemFailureException">The system could not be read.</exception>
    Task<RecordBatch> FindAsync(ReadRequest request, IReadOnlyList<string> properties, IReadOnlyList<Value> values, CancellationToken cancellationToken);
}
