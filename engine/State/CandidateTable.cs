using SesamTalk.Engine.Mapping;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>A pair that a match rule found.</summary>
/// <param name="Source">The number of the source record.</param>
/// <param name="Target">The number of the target record.</param>
internal readonly record struct FoundPair(long Source, long Target);

/// <summary>What records without a link carry under the match rules of a flow (clauses I3, I4), and which of that has to be judged anew.</summary>
internal sealed class CandidateTable : IDisposable
{
    private const int PageSize = 1000;

    private readonly StatementSet _statements;
    private readonly Statement _add;
    private readonly Statement _carried;
    private readonly Statement _remove;
    private readonly Statement _group;
    private readonly Statement _touch;
    private readonly Statement _firstTouched;
    private readonly Statement _touched;
    private readonly Statement _forget;
    private readonly Statement _forgetTouched;
    private readonly Statement _untouch;
    private readonly Statement _addPair;
    private readonly Statement _pairs;
    private readonly Statement _clearPairs;

    public CandidateTable(SqliteDatabase database)
    {
        _statements = new StatementSet(database);
        _add = _statements.Add("INSERT OR IGNORE INTO candidate (flow, rule, carried, side, id) VALUES (?, ?, ?, ?, ?)");
        _carried = _statements.Add("SELECT rule, carried FROM candidate WHERE flow = ? AND side = ? AND id = ?");
        _remove = _statements.Add("DELETE FROM candidate WHERE flow = ? AND side = ? AND id = ?");
        _group = _statements.Add("SELECT side, id FROM candidate WHERE flow = ? AND rule = ? AND carried = ?");
        _touch = _statements.Add("INSERT OR IGNORE INTO touched (flow, rule, carried) VALUES (?, ?, ?)");
        _firstTouched = _statements.Add("SELECT rule FROM touched WHERE flow = ? ORDER BY rule LIMIT 1");
        _touched = _statements.Add("SELECT carried FROM touched WHERE flow = ? AND rule = ? AND carried > ? ORDER BY carried LIMIT ?");
        _untouch = _statements.Add("DELETE FROM touched WHERE flow = ? AND rule = ?");
        _addPair = _statements.Add("INSERT OR IGNORE INTO pair (source_key, source, target) VALUES (?, ?, ?)");
        _pairs = _statements.Add("SELECT source_key, source, target FROM pair WHERE source_key > ? ORDER BY source_key LIMIT ?");
        _forget = _statements.Add("DELETE FROM candidate WHERE flow = ?");
        _forgetTouched = _statements.Add("DELETE FROM touched WHERE flow = ?");
        _clearPairs = _statements.Add("DELETE FROM pair");
    }

    /// <summary>Lists what a record carries now; everything that it carried or carries is to be judged anew.</summary>
    public void Set(MappedFlow flow, Side side, long id, IReadOnlyList<long?> carried)
    {
        Remove(flow, side, id);
        for (var rule = 0; rule < carried.Count; rule++)
        {
            if (carried[rule] is { } number)
            {
                _add.Bind(1, flow.Number).Bind(2, rule).Bind(3, number).Bind(4, (long)side).Bind(5, id).Run();
                Touch(flow, rule, number);
            }
        }
    }

    /// <summary>Strikes a record off; what it carried is to be judged anew.</summary>
    public void Remove(MappedFlow flow, Side side, long id)
    {
        var any = false;
        _carried.Bind(1, flow.Number).Bind(2, (long)side).Bind(3, id);
        while (_carried.Step())
        {
            Touch(flow, (int)_carried.Long(0), _carried.Long(1));
            any = true;
        }

        if (any)
        {
            _remove.Bind(1, flow.Number).Bind(2, (long)side).Bind(3, id).Run();
        }
    }

    /// <summary>Who carries the same under a rule: sources, targets.</summary>
    public (List<long> Sources, List<long> Targets) Group(MappedFlow flow, int rule, long carried)
    {
        var (sources, targets) = (new List<long>(1), new List<long>(1));
        _group.Bind(1, flow.Number).Bind(2, rule).Bind(3, carried);
        while (_group.Step())
        {
            (_group.Long(0) == (long)Side.Source ? sources : targets).Add(_group.Long(1));
        }

        return (sources, targets);
    }

    /// <summary>The first rule of a flow under which anything is to be judged anew.</summary>
    public int? FirstTouchedRule(MappedFlow flow)
    {
        int? rule = _firstTouched.Bind(1, flow.Number).Step() ? (int)_firstTouched.Long(0) : null;
        _firstTouched.Reset();
        return rule;
    }

    /// <summary>What is to be judged anew under a rule of a flow.</summary>
    public IEnumerable<long> Touched(MappedFlow flow, int rule)
    {
        var after = long.MinValue;
        List<long> page;
        do
        {
            page = TouchedBehind(flow, rule, after);
            foreach (var carried in page)
            {
                yield return carried;
            }

            after = page.Count > 0 ? page[^1] : after;
        }
        while (page.Count == PageSize);
    }

    /// <summary>Notes that everything under a rule of a flow has been judged, and what it found is linked.</summary>
    public void Untouch(MappedFlow flow, int rule) => _untouch.Bind(1, flow.Number).Bind(2, rule).Run();

    /// <summary>Forgets what is listed for a flow: its rules are others now.</summary>
    public void Forget(MappedFlow flow)
    {
        _forget.Bind(1, flow.Number).Run();
        _forgetTouched.Bind(1, flow.Number).Run();
    }

    /// <summary>Notes a pair that was found, to be linked in order of the source keys.</summary>
    public void AddPair(string sourceKey, long source, long target) => _addPair.Bind(1, sourceKey).Bind(2, source).Bind(3, target).Run();

    /// <summary>The pairs that were found, in order of the source keys, in pages; they are struck off the list.</summary>
    public IEnumerable<List<FoundPair>> TakePairs(int size)
    {
        var after = string.Empty;
        List<FoundPair> page;
        do
        {
            (page, after) = PairsBehind(after, size);
            yield return page;
        }
        while (page.Count == size);
        _clearPairs.Run();
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private void Touch(MappedFlow flow, int rule, long carried) => _touch.Bind(1, flow.Number).Bind(2, rule).Bind(3, carried).Run();

    private List<long> TouchedBehind(MappedFlow flow, int rule, long after)
    {
        var page = new List<long>();
        _touched.Bind(1, flow.Number).Bind(2, rule).Bind(3, after).Bind(4, PageSize);
        while (_touched.Step())
        {
            page.Add(_touched.Long(0));
        }

        return page;
    }

    private (List<FoundPair> Page, string Last) PairsBehind(string after, int size)
    {
        var page = new List<FoundPair>();
        _pairs.Bind(1, after).Bind(2, size);
        while (_pairs.Step())
        {
            after = _pairs.Text(0);
            page.Add(new FoundPair(_pairs.Long(1), _pairs.Long(2)));
        }

        return (page, after);
    }
}
