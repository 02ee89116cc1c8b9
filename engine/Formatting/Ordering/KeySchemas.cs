using System.Collections.Concurrent;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Shape;

namespace SesamTalk.Engine.Formatting.Ordering;

/// <summary>The order of keys in each kind of file, read once.</summary>
internal static class KeySchemas
{
    private static readonly ConcurrentDictionary<FileKind, KeySchema> Known = new();

    /// <summary>The order of keys in a kind of file.</summary>
    public static KeySchema Of(FileKind kind) => Known.GetOrAdd(kind, kind => KeySchema.Of(Schemas.TextOf(Schemas.NameOf(kind))));
}
