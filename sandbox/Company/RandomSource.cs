namespace SesamTalk.Sandbox.Company;

/// <summary>
/// Numbers that look random and are the same each time (SplitMix64). Every topic and index has a sequence of its own, so that a change
/// in one part of the sample leaves the others as they were.
/// </summary>
internal sealed class RandomSource
{
    private ulong _state;

    private RandomSource(ulong state) => _state = state;

    /// <summary>The sequence for an element of a topic.</summary>
    public static RandomSource For(string topic, int index) => new(Mix(Hash(topic) + (ulong)index));

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A whole number between two, both included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>One of some things.</summary>
    public T Of<T>(IReadOnlyList<T> things) => things[Below(things.Count)];

    /// <summary>That many decimal digits.</summary>
    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + Below(10))));

    /// <summary>That many bytes.</summary>
    public byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)Below(256))];

    private static ulong Hash(string text) => text.Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL);

    private static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9UL;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EBUL;
        return number ^ (number >> 31);
    }

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15UL);
}
