using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Mapping;

/// <summary>A condition, compiled to places in the shapes of its two entities (clauses C1, R9).</summary>
internal sealed class MappedCondition
{
    private readonly ImmutableArray<ImmutableArray<MappedTest>> _source;
    private readonly ImmutableArray<ImmutableArray<MappedTest>> _target;
    private readonly bool _isOpen;

    public MappedCondition(Condition condition, MappedEntity source, MappedEntity target)
    {
        _source = Compile(condition.Source, source);
        _target = Compile(condition.Target, target);
        _isOpen = condition.IsOpen;
        SourceProperties = PropertiesOf(_source);
        TargetProperties = PropertiesOf(_target);
        Text = $"{TextOf(condition.Source)} {TextOf(condition.Target)}";
    }

    /// <summary>The places of the source properties that it asks.</summary>
    public ImmutableArray<int> SourceProperties { get; }

    /// <summary>The places of the target properties that it asks.</summary>
    public ImmutableArray<int> TargetProperties { get; }

    /// <summary>The condition as text: the same for the same condition.</summary>
    public string Text { get; }

    /// <summary>Whether it asks a side at all.</summary>
    public bool Asks(Side side) => !(side == Side.Source ? _source : _target).IsEmpty;

    /// <summary>Whether it holds for two records. One that is still to be written never does.</summary>
    public bool Holds(Value[] source, Value[] target) => !_isOpen && Holds(_source, source) && Holds(_target, target);

    /// <summary>Whether it holds for a source record alone.</summary>
    public bool HoldsForSource(Value[] source) => !_isOpen && Holds(_source, source);

    private static bool Holds(ImmutableArray<ImmutableArray<MappedTest>> alternatives, Value[] values)
    {
        foreach (var tests in alternatives)
        {
            if (tests.All(test => test.Holds(values)))
            {
                return true;
            }
        }

        return alternatives.IsEmpty;
    }

    private static ImmutableArray<ImmutableArray<MappedTest>> Compile(ImmutableArray<ImmutableArray<PropertyTest>> alternatives, MappedEntity entity) =>
        [.. alternatives.Select(tests => tests.Select(test => new MappedTest(test, entity)).ToImmutableArray())];

    private static ImmutableArray<int> PropertiesOf(ImmutableArray<ImmutableArray<MappedTest>> alternatives) =>
        [.. alternatives.SelectMany(tests => tests).Select(test => test.Property).Distinct()];

    private static string TextOf(ImmutableArray<ImmutableArray<PropertyTest>> alternatives) => string.Join(
        " | ",
        alternatives.Select(tests => string.Join(" & ", tests.Select(t => $"{t.Path} {(t.IsNegated ? "!=" : "=")} {string.Join(",", t.Values)}"))));
}

/// <summary>A test of one property, compiled.</summary>
internal sealed class MappedTest
{
    private readonly CanonicalForm _form;
    private readonly ImmutableHashSet<string> _values;
    private readonly bool _isNegated;

    public MappedTest(PropertyTest test, MappedEntity entity)
    {
        Property = entity.Shape.IndexOf(test.Path);
        _form = entity.Forms[Property];
        _values = [.. test.Values.Select(value => ComparableText.Of(Value.Text(value), _form))];
        _isNegated = test.IsNegated;
    }

    /// <summary>The place of the property.</summary>
    public int Property { get; }

    /// <summary>Whether it holds.</summary>
    public bool Holds(Value[] values) => _values.Contains(ComparableText.Of(values[Property], _form)) != _isNegated;
}
