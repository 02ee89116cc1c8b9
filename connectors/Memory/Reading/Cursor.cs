using System.Globalization;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Memory.Reading;

/// <summary>A place among the changes of an entity: the number of the last change that was seen.</summary>
internal static class Cursor
{
    public static string Of(MemoryEntity entity, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{entity.CursorGeneration}:{version}");

    public static long VersionOf(MemoryEntity entity, string cursor)
    {
        var parts = cursor.Split(':');
        if (parts[0] != entity.CursorGeneration.ToString(CultureInfo.InvariantCulture))
            throw new CursorVoidException($"the cursor '{cursor}' has expired");
        return long.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
