using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SesamTalk.Conformance.Vendors;

/// <summary>Keys of the forms that vendors have, always the same for the same name.</summary>
internal static class KeyForms
{
    public static string AsNamed(string name) => name;

    public static string Guid(string name) => new Guid(Digest(name)).ToString();

    // Far from those that a vendor's sample has, and exact also where a number is kept as a double.
    public static string Number(string name) =>
        ((1L << 40) + (BinaryPrimitives.ReadInt64LittleEndian(Digest(name)) & 0xFFFFFFFFFL)).ToString(CultureInfo.InvariantCulture);

    private static ReadOnlySpan<byte> Digest(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
}
