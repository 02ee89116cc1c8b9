namespace SesamTalk.Connectors.Descriptions;

/// <summary>The property that names a record within its entity.</summary>
/// <param name="Property">The path of the key.</param>
/// <param name="GivenBy">Who chooses the key of a new record.</param>
public sealed record KeyDescription(string Property, KeyGiver GivenBy);
