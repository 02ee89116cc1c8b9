using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Reading;

/// <summary>One record, as a system holds it.</summary>
/// <param name="Key">Its key, as text.</param>
/// <param name="Values">One value a property of the shape that was asked for. Nobody changes the array.</param>
/// <param name="Modified">Its modification time (UTC) by the system's own clock, where the system gives one.</param>
public sealed record Record(string Key, Value[] Values, DateTime? Modified = null);
