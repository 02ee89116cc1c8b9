using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Deleting;

/// <summary>
/// Which of the records that were there before a read it has shown: one bit a record, nothing on disk. Where all have been seen, as
/// in a quiet read, their number alone says so.
/// </summary>
/// <param name="last">The greatest number that a record had before the read: what came later was seen by it.</param>
/// <param name="present">How many records were there before the read.</param>
internal sealed class SeenRecords(long last, long present)
{
    private const int BitsOfWord = 64;
    private const int WordsOfChunk = 1024;
    private const int BitsOfChunk = BitsOfWord * WordsOfChunk;

    private readonly Dictionary<long, ulong[]> _chunks = [];
    private long _seen;

    /// <summary>How many records were there before.</summary>
    public long Present => present;

    /// <summary>How many of them the read lacked.</summary>
    public long Missing => present - _seen;

    /// <summary>Whether the read showed anything at all.</summary>
    public bool HasAny { get; private set; }

    /// <summary>Whether something was read of which not even the key is known.</summary>
    public bool HasNameless { get; private set; }

    /// <summary>Takes note of a record that was read, or that could not be. One that has come back was not there before, and is not missing.</summary>
    public void See(KnownRecord? known)
    {
        HasAny = true;
        if (known is { } record && record.Id <= last && TrySet(record.Id) && !record.IsGone)
        {
            _seen++;
        }
    }

    /// <summary>Takes note of something that could not be read and has no key.</summary>
    public void SeeNameless() => HasAny = HasNameless = true;

    /// <summary>Whether a record was seen.</summary>
    public bool Has(long id) => id > last || (_chunks.TryGetValue(id / BitsOfChunk, out var words) && (words[WordOf(id)] & BitOf(id)) != 0);

    private bool TrySet(long id)
    {
        if (!_chunks.TryGetValue(id / BitsOfChunk, out var words))
        {
            words = _chunks[id / BitsOfChunk] = new ulong[WordsOfChunk];
        }

        var isNew = (words[WordOf(id)] & BitOf(id)) == 0;
        words[WordOf(id)] |= BitOf(id);
        return isNew;
    }

    private static int WordOf(long id) => (int)(id % BitsOfChunk / BitsOfWord);

    private static ulong BitOf(long id) => 1UL << (int)(id % BitsOfWord);
}
