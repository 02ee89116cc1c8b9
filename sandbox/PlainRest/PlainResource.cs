using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.PlainRest;

/// <summary>A resource of a plain REST service.</summary>
/// <param name="Path">Its path, without slashes around it.</param>
/// <param name="Table">Its table.</param>
/// <param name="IsWritable">Whether it can be written.</param>
internal sealed record PlainResource(string Path, EntityTable Table, bool IsWritable);
