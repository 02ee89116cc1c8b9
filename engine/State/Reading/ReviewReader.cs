using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.State.Reading;

/// <summary>Who is in review, with the candidates and the evidence of each (clause I4).</summary>
internal sealed class ReviewReader(StateQuery query, StateNames names, MirrorReader mirror)
{
    private const int MostCandidates = 10;

    /// <summary>The records in review, by flow and name.</summary>
    public ImmutableArray<ReviewStatus> Read(int most) => Read("1 = 1", most);

    /// <summary>The reviews that a record is in.</summary>
    public ImmutableArray<ReviewStatus> Of(PathedRecord record) => Read("r.id = ?", int.MaxValue, record.Record.Id);

    private ImmutableArray<ReviewStatus> Read(string which, int most, params object[] parameters)
    {
        var rows = query.Rows(
            $"""
            SELECT r.flow, r.side, r.id, r.reason FROM review r JOIN flow f ON f.number = r.flow JOIN mirror m ON m.id = r.id JOIN entity e ON e.number = m.entity
            WHERE {which} ORDER BY f.name, e.name || '/' || m.key LIMIT {most}
            """,
            row => (Flow: names.Flows[(int)row.Long(0)], Side: (Side)row.Long(1), Id: row.Long(2), Reason: row.Text(3)),
            parameters);
        return [.. rows.Select(row => StatusOf(row.Flow, row.Side, row.Id, row.Reason))];
    }

    private ReviewStatus StatusOf(NamedFlow flow, Side side, long id, string reason)
    {
        var record = mirror.Load(id);
        var byRule = query.Rows(
            """
            SELECT o.rule, m.entity, m.key FROM candidate c JOIN candidate o ON o.flow = c.flow AND o.rule = c.rule AND o.carried = c.carried AND o.side <> c.side
            JOIN mirror m ON m.id = o.id WHERE c.flow = ? AND c.side = ? AND c.id = ? AND NOT EXISTS (SELECT 1 FROM apart WHERE one = c.id AND other = o.id)
            ORDER BY m.key, o.rule
            """,
            row => (Record: names.NameOf((int)row.Long(1), row.Text(2)).ToString(), Evidence: EvidenceOf(flow, (int)row.Long(0), side, record)),
            flow.Number,
            (int)side,
            id);
        var others = query.Rows(
            "SELECT m.entity, m.key, c.evidence FROM review_candidate c JOIN mirror m ON m.id = c.candidate WHERE c.flow = ? AND c.side = ? AND c.id = ? ORDER BY m.key",
            row => (Record: names.NameOf((int)row.Long(0), row.Text(1)).ToString(), Evidence: row.Text(2)),
            flow.Number,
            (int)side,
            id);
        var candidates = byRule.Concat(others).GroupBy(found => found.Record).Select(found => new ReviewCandidate(found.Key, [.. found.Select(it => it.Evidence)])).ToList();
        return new ReviewStatus(flow.Name, record.Record.Name.ToString(), [.. candidates.Take(MostCandidates)], candidates.Count, reason);
    }

    private string EvidenceOf(NamedFlow flow, int rule, Side side, PathedRecord record) => rule < flow.Rules.Length
        ? string.Join(" and ", flow.Rules[rule].Select(pair => EvidenceOf(pair, side == Side.Source ? pair.Source : pair.Target, record)))
        : "a match rule that has changed";

    private string EvidenceOf(MatchPair pair, string path, PathedRecord record)
    {
        var value = Masked.Show(record.ValueOf(path), names.IsSensitive(record.Record.Name.Entity, path));
        return $"{(pair.Source == pair.Target ? pair.Source : $"{pair.Source} = {pair.Target}")}: {value}";
    }
}
