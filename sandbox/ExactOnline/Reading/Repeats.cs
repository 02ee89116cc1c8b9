using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Reading;

/// <summary>Shows every third row of a sync page a second time before itself, with an earlier version: the vendor's feed does so.</summary>
internal static class Repeats
{
    /// <summary>The rows with their repeats.</summary>
    public static ImmutableArray<object?[]> In(ImmutableArray<object?[]> rows, ImmutableArray<Field> fields)
    {
        var version = fields.IndexOf(fields.FirstOrDefault(field => field.Name == "Timestamp")!);
        return version < 0
            ? rows
            : [.. rows.SelectMany((row, place) => place % 3 == 0 ? new[] { Earlier(row, version), row } : [row])];
    }

    private static object?[] Earlier(object?[] row, int version)
    {
        var copy = (object?[])row.Clone();
        copy[version] = Convert.ToInt64(row[version], CultureInfo.InvariantCulture) - 1;
        return copy;
    }
}
