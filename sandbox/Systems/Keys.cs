using SesamTalk.Sandbox.Company;

namespace SesamTalk.Sandbox.Systems;

/// <summary>Keys as the systems give them, the same each time.</summary>
internal static class Keys
{
    /// <summary>A UUID.</summary>
    /// <param name="table">The system and entity.</param>
    /// <param name="index">The place of the record.</param>
    public static string Uuid(string table, int index) => new Guid(RandomSource.For(table, index).Bytes(16)).ToString("D");

    /// <summary>Letters and digits that mean nothing.</summary>
    /// <param name="table">The system and entity.</param>
    /// <param name="index">The place of the record.</param>
    public static string Opaque(string table, int index) => Convert.ToHexStringLower(RandomSource.For(table, index).Bytes(6));
}
