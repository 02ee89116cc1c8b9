using SesamTalk.Connectors.Sql.Cells;

namespace SesamTalk.Connectors.Sql.Reading;

/// <summary>
/// Finds out, while records are read, where the next read since a cursor begins: at the latest modification time that was seen, so
/// that a quiet table shows the same few records again and no more; but never later than the start of this read less the overlap,
/// since a record may be committed some time after the time that it carries.
/// </summary>
internal sealed class CursorTracker(ChangeCursor previous, DateTime settled)
{
    // Where more records than this share the latest time (a table that was filled in one go), they are not shown again for ever.
    private const int MostAgain = 100;

    private DateTime _latest = previous.From;
    private int _atLatest;
    private bool _isUtc = previous.IsUtc;

    /// <summary>Takes a modification time into account.</summary>
    public void See(DateTime modified, bool isUtc)
    {
        _isUtc &= isUtc;
        if (modified > _latest)
        {
            (_latest, _atLatest) = (modified, 0);
        }

        _atLatest += modified == _latest ? 1 : 0;
    }

    /// <summary>Where the next read begins.</summary>
    public ChangeCursor Next()
    {
        var from = _latest <= settled ? PastCrowd() : Later(previous.From, settled);
        return previous with { From = from, IsUtc = _isUtc };
    }

    // Times are kept in whole seconds or finer, so past the second is past the crowd in every spelling of its time.
    private DateTime PastCrowd()
    {
        var after = _latest.Ticks < DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond ? InstantFormat.Usual.Cut(_latest).AddSeconds(1) : _latest;
        after = after.AddTicks(-(after.Ticks % TimeSpan.TicksPerSecond));
        return _atLatest > MostAgain && after <= settled ? after : _latest;
    }

    private static DateTime Later(DateTime left, DateTime right) => left > right ? left : right;
}
