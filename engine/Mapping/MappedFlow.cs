using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Mapping;

/// <summary>A flow, compiled over the shapes of its two entities.</summary>
internal sealed class MappedFlow
{
    public MappedFlow(Flow flow, MappedEntity source, MappedEntity target)
    {
        Flow = flow;
        Source = source;
        Target = target;
        Rows = [.. flow.Properties.Select(row => new MappedRow(row, source, target))];
        Rules = [.. flow.Match.Select((rule, number) => new MappedMatchRule(rule, number, source, target))];
    }

    /// <summary>The flow as its author wrote it.</summary>
    public Flow Flow { get; }

    /// <summary>Its name.</summary>
    public string Name => Flow.Name;

    /// <summary>The entity of the source side.</summary>
    public MappedEntity Source { get; }

    /// <summary>The entity of the target side.</summary>
    public MappedEntity Target { get; }

    /// <summary>The rows, in the order of the file.</summary>
    public ImmutableArray<MappedRow> Rows { get; }

    /// <summary>The match rules, in the order of the file.</summary>
    public ImmutableArray<MappedMatchRule> Rules { get; }

    /// <summary>The number of the flow in the state; set when the state is opened.</summary>
    public int Number { get; set; }

    /// <summary>How many rows the flow ever had; set when the state is opened.</summary>
    public int RowCount { get; set; }

    /// <summary>The entity of a side.</summary>
    public MappedEntity Entity(Side side) => side == Side.Source ? Source : Target;

    /// <summary>The row of that number.</summary>
    public MappedRow RowOf(int number) => Rows.First(row => row.Number == number);

    /// <summary>Whether records of that side get a counterpart made (clause C1).</summary>
    public bool CreatesFor(Side side) => Flow.Create switch
    {
        CreatePolicy.Both => true,
        CreatePolicy.Source => side == Side.Source,
        CreatePolicy.Target => side == Side.Target,
        _ => false,
    };

    /// <summary>
    /// What a change of the flow would change in what it does with records that are already known: a flow with another number
    /// looks at all of them again.
    /// </summary>
    public long Fingerprint()
    {
        var number = Values.Fingerprint.Start.Add(Source.Name).Add(Target.Name).Add((long)Flow.Create);
        foreach (var rule in Rules)
        {
            number = number.Add(rule.Description);
        }

        foreach (var row in Flow.Properties)
        {
            number = number.Add(row.Source).Add(row.Target).Add((long)row.Type).Add((long)row.Direction)
                .Add(row.Of?.Source ?? string.Empty).Add(row.Of?.Target ?? string.Empty).Add(row.ConversionText);
        }

        return number.Value;
    }
}
