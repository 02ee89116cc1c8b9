using System.Numerics;
using System.Runtime.InteropServices;

namespace SesamTalk.Engine.Values;

/// <summary>
/// A number of 64 bits that stands for content: the same on every machine and in every version, and not meant against an
/// attacker. Multiply-and-fold over words of eight bytes.
/// </summary>
internal readonly struct Fingerprint
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Factor = 0xD6E8FEB86659FD93;

    private readonly ulong _state;

    private Fingerprint(ulong state) => _state = state;

    /// <summary>Nothing yet.</summary>
    public static Fingerprint Start => new(Seed);

    /// <summary>The number.</summary>
    public long Value => (long)Fold(_state ^ Factor, Seed);

    /// <summary>The fingerprint of some bytes.</summary>
    public static long Of(ReadOnlySpan<byte> bytes) => Start.Add(bytes).Value;

    /// <summary>With a number more.</summary>
    public Fingerprint Add(long number) => new(Fold(_state ^ (ulong)number, Factor) + BitOperations.RotateLeft(_state, 23));

    /// <summary>With a text more.</summary>
    public Fingerprint Add(string text) => Add(MemoryMarshal.AsBytes(text.AsSpan()));

    /// <summary>With some bytes more.</summary>
    public Fingerprint Add(ReadOnlySpan<byte> bytes)
    {
        var state = Add(bytes.Length);
        while (bytes.Length >= sizeof(ulong))
        {
            state = state.Add((long)MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        return bytes.IsEmpty ? state : state.Add(Rest(bytes));
    }

    private static long Rest(ReadOnlySpan<byte> bytes)
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        bytes.CopyTo(padded);
        return (long)MemoryMarshal.Read<ulong>(padded);
    }

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
