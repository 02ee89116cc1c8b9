using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>
/// Finds out, while rows are read, where the next read since a cursor begins: at the latest place that was seen, so that a quiet
/// entity shows the same few records again and no more; for instants never later than the start of this read less the overlap, by the
/// clock of the system, since a record may be saved some time after the instant that it carries. Where that time is over and the
/// system can be asked for what is later than an instant, nothing is shown again.
/// </summary>
internal sealed class CursorTracker
{
    // Where more records than this share the latest instant (a table that was filled in one go), they are not shown again for ever.
    private const int MostAgain = 100;

    private readonly CursorForm _form;
    private readonly CursorPlace? _previous;
    private CursorPlace? _latest;
    private int _atLatest;
    private DateTime? _started;
    private CursorPlace? _last;
    private CursorPlace? _latestOfFirstPage;
    private bool _isInOrder = true;

    /// <summary>A tracker of one read.</summary>
    /// <param name="form">The cursor.</param>
    /// <param name="previous">Where the read begins; <see langword="null"/> at the beginning.</param>
    public CursorTracker(CursorForm form, CursorPlace? previous) => (_form, _previous, _latest) = (form, previous, previous);

    /// <summary>Takes a page into account.</summary>
    /// <param name="page">The page.</param>
    /// <param name="property">The place of the cursor's property among the values of a row.</param>
    public void See(Page page, int property)
    {
        // The first page tells when the read began.
        _started ??= page.ServerTime;
        page.Rows.ForEach(row => See(row.Values[property]));
        _latestOfFirstPage ??= _latest;
    }

    private void See(Value value)
    {
        if (CursorPlace.Of(value, _form.IsTime) is not { } place)
        {
            return;
        }

        _isInOrder &= _last is not { } last || place.CompareTo(last) >= 0;
        _last = place;
        var order = _latest is { } latest ? place.CompareTo(latest) : 1;
        _latest = order > 0 ? place : _latest;
        _atLatest = order > 0 ? 1 : order == 0 ? _atLatest + 1 : _atLatest;
    }

    /// <summary>Where the next read begins; <see langword="null"/> where nothing was ever seen.</summary>
    public CursorPlace? Next() => !_form.IsTime || _latest is not { } latest ? InOrder : Later(Settled(latest));

    // A record that was edited after its page was read may have a lower place than one that was read later, unless rows come in the
    // order of their places. What is edited after the first page was read is beyond all that was on it.
    private CursorPlace? InOrder => _isInOrder ? _latest : _latestOfFirstPage;

    private CursorPlace Settled(CursorPlace latest)
    {
        var began = _started ?? (_isInOrder ? latest : _latestOfFirstPage ?? latest).Instant;
        var settled = began.Ticks > _form.Overlap.Ticks ? began - _form.Overlap : began;
        var past = new DateTime(latest.Number - (latest.Number % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        return latest.Instant > settled ? CursorPlace.Of(settled)
            : _form.IsExclusive && _atLatest > 0 ? new CursorPlace(latest.Number + 1)
            : _atLatest > MostAgain && past <= settled ? CursorPlace.Of(past)
            : latest;
    }

    private CursorPlace Later(CursorPlace place) => _previous is { } before && before.CompareTo(place) > 0 ? before : place;
}
