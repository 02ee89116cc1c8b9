using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Tests.Conversions;

/// <summary>
/// The laws, held against every example of every conversion in the catalogue. They are promised for the values that a conversion
/// takes; what it does not take it refuses, with a reason.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed class LawTests
{
    private const int Seed = 20240229;

    public static IEnumerable<ConversionExample> Examples => Written.Examples;

    public static IEnumerable<ConversionExample> TwoWay => Examples.Where(e => Written.Make(e).Law.Kind != LawKind.OneWay);

    public static IEnumerable<ConversionExample> WithoutDefault => TwoWay.Where(e => !e.Written.Contains("default", StringComparison.Ordinal));

    [Test]
    public void Every_kind_that_is_written_is_in_the_catalogue()
    {
        var written = typeof(ConversionKind).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public))
            .Where(p => p.PropertyType == typeof(ConversionKind))
            .Select(p => (ConversionKind)p.GetValue(null)!);

        ConversionCatalogue.Kinds.Should().BeEquivalentTo(written).And.BeInAscendingOrder(k => k.Name, StringComparer.Ordinal);
    }

    [Test]
    public void Every_conversion_is_made_by_some_example()
    {
        var classes = typeof(IConversion).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IConversion).IsAssignableFrom(t));

        classes.Except(Examples.Select(e => Written.Make(e).GetType())).Should().BeEmpty();
        ConversionCatalogue.Kinds.Should().OnlyContain(k => k.Examples.Length > 0);
    }

    [TestCaseSource(nameof(Examples))]
    public void Whatever_comes_in_is_converted_or_refused_with_a_reason(ConversionExample example)
    {
        var conversion = Written.Make(example);
        foreach (var value in new UglyValues(Seed).Of(PropertyType.Any))
        {
            foreach (var result in new[] { conversion.Get(value), conversion.Put(value, Value.None), conversion.Put(value, value) })
            {
                (result.IsValue || result.Problem!.Length > 5).Should().BeTrue();
            }
        }
    }

    [TestCaseSource(nameof(TwoWay))]
    public void What_was_not_edited_comes_back_as_it_was(ConversionExample example)
    {
        var conversion = Written.Make(example);
        var taken = Sources(conversion).Where(s => conversion.Get(s).IsValue).ToList();

        taken.Count.Should().BeGreaterThan(3);
        foreach (var source in taken)
        {
            conversion.Put(conversion.Get(source).Value, source).Should().Be((ConversionResult)source);
        }
    }

    [TestCaseSource(nameof(TwoWay))]
    public void What_was_edited_is_what_comes_of_it(ConversionExample example)
    {
        var conversion = Written.Make(example);
        Value[] sources = [Value.None, .. conversion.Samples];
        var taken = Targets(conversion).Where(v => conversion.Put(v, Value.None).IsValue).ToList();

        taken.Count.Should().BeGreaterThan(2);
        foreach (var target in taken)
        {
            foreach (var source in sources)
            {
                var again = conversion.Get(conversion.Put(target, source).Value);
                again.Problem.Should().BeNull($"'{target}' was taken");
                SameTargets.Are(example, again.Value, target).Should().BeTrue($"'{target}' over '{source}' gave '{again.Value}'");
                conversion.TargetForm(again.Value).Should().Be(conversion.TargetForm(target));
            }
        }
    }

    [TestCaseSource(nameof(TwoWay))]
    public void A_target_alone_tells_the_source_exactly_where_the_law_says_so(ConversionExample example)
    {
        var conversion = Written.Make(example);
        var others = conversion.Samples;
        var lost = Sources(conversion)
            .Where(s => conversion.Get(s).IsValue)
            .Where(s => others.Any(o => !Comes(conversion, s, o)))
            .ToList();

        (lost.Count > 0).Should().Be(conversion.Law.Kind == LawKind.LossyBack, string.Join(" | ", lost.Take(3)));
    }

    [TestCaseSource(nameof(Examples))]
    public void Two_spellings_of_one_value_become_one(ConversionExample example)
    {
        var conversion = Written.Make(example);
        foreach (var source in Sources(conversion).Where(s => !CanonicalForm.IsEmpty(s)))
        {
            foreach (var spelling in UglyValues.Respelled(source))
            {
                var (one, other) = (conversion.Get(source), conversion.Get(spelling));
                other.IsValue.Should().Be(one.IsValue, $"'{source}' and '{spelling}'");
                (!one.IsValue || conversion.TargetForm(one.Value) == conversion.TargetForm(other.Value)).Should().BeTrue($"'{source}' and '{spelling}'");
            }
        }
    }

    [TestCaseSource(nameof(WithoutDefault))]
    public void Nothing_stays_nothing(ConversionExample example)
    {
        var conversion = Written.Make(example);

        conversion.Put(Value.None, conversion.Samples[^1]).Value.IsNone.Should().BeTrue();
        conversion.Get(Value.None).Value.IsNone.Should().BeTrue();
    }

    [TestCaseSource(nameof(TwoWay))]
    public void A_form_of_a_form_is_the_form(ConversionExample example)
    {
        var conversion = Written.Make(example);

        Targets(conversion).Should().OnlyContain(v => conversion.TargetForm(conversion.TargetForm(v)) == conversion.TargetForm(v));
        Sources(conversion).Should().OnlyContain(s => conversion.SourceForm(conversion.SourceForm(s)) == conversion.SourceForm(s));
    }

    [TestCaseSource(nameof(Examples))]
    public void What_is_shown_of_it_is_taken(ConversionExample example)
    {
        var conversion = Written.Make(example);

        conversion.Samples.Should().HaveCountGreaterThan(1).And.OnlyContain(s => conversion.Get(s).IsValue);
        (conversion.Law.Kind == LawKind.LossyBack).Should().Be(conversion.Law.WayBack is not null);
    }

    private static bool Comes(IConversion conversion, Value source, Value other) =>
        conversion.Put(conversion.Get(source).Value, other) is { IsValue: true } back && conversion.SourceForm(back.Value) == conversion.SourceForm(source);

    private static List<Value> Sources(IConversion conversion)
    {
        var values = new UglyValues(Seed);
        return [.. values.Of(conversion.Input), .. conversion.Samples.SelectMany(values.Near)];
    }

    private static List<Value> Targets(IConversion conversion)
    {
        var values = new UglyValues(Seed);
        return [.. values.Of(conversion.Output), .. conversion.Samples.Select(s => conversion.Get(s).Value).SelectMany(values.Near)];
    }
}
