using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory.Storage;

/// <summary>A record as it lies in memory. A change replaces it, so that whoever reads sees one state of it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Values">One value a property of the entity's description.</param>
/// <param name="Modified">When it was last changed, by the system's clock.</param>
/// <param name="Version">The place of its last change among all changes of the entity.</param>
/// <param name="Number">The place of its creation among all creations of the entity.</param>
internal sealed record StoredRecord(string Key, Value[] Values, DateTime Modified, long Version, long Number);
