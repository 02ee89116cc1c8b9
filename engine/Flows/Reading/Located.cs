using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Something an author wrote, with its place.</summary>
internal readonly record struct Located<T>(T Value, Place Place);
