using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;
using SesamTalk.Engine.Flows.Rules;

namespace SesamTalk.Engine.Tests.Conversions;

/// <summary>What is said of a row is what becomes of its values.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class RowLawTests
{
    private const int Seed = 7;

    public static IEnumerable<ConversionExample> TwoWay => Written.Examples.Where(e => Written.Make(e).Law.Kind != LawKind.OneWay);

    [TestCaseSource(nameof(TwoWay))]
    public void A_row_behaves_as_it_is_judged(ConversionExample first)
    {
        foreach (var (row, source, there) in Trips(first))
        {
            var back = ConversionChain.Put(row, there, Value.None);

            // Trimming tells no more than everybody does (clause O4): what follows it says which sources are one.
            var judge = row[0] is TrimConversion ? row[1] : row[0];

            (ConversionChain.Put(row, there, source) == source).Should().BeTrue($"what was not edited comes back as it was: '{source}'");
            (RowLaw.Of(row[0].Input, row, row[^1].Output).Kind == LawKind.LossyBack || judge.SourceForm(back.Value) == judge.SourceForm(source))
                .Should().BeTrue($"'{source}' came back as '{back.Value}' {back.Problem}");
        }
    }

    [TestCaseSource(nameof(TwoWay))]
    public void What_comes_back_lossy_comes_to_rest(ConversionExample first)
    {
        foreach (var (row, source, there) in Trips(first))
        {
            var back = ConversionChain.Put(row, there, Value.None);
            var again = back.IsValue ? ConversionChain.Get(row, back.Value) : back;

            (!again.IsValue || ConversionChain.Put(row, again.Value, back.Value) == back.Value).Should().BeTrue($"'{source}'");
        }
    }

    [Test]
    public void Laws_are_composed_in_the_order_of_the_way_back()
    {
        var (trim, upper, phone) = (Text("trim"), Text("upper"), Text("{ phone: NO }"));

        RowLaw.Of(PropertyType.String, [trim], PropertyType.String).ToString().Should().Be("lossless");
        RowLaw.Of(PropertyType.String, [], PropertyType.String).ToString().Should().Be("lossless");
        RowLaw.Of(PropertyType.String, [], PropertyType.Integer).ToString().Should().Be("lossy to the number written plainly");
        RowLaw.Of(PropertyType.String, [trim, upper, phone], PropertyType.String).ToString()
            .Should().Be("lossy to the number with its calling code, such as +4799887766, then capitals");
        RowLaw.Of(PropertyType.String, [trim, Text("{ constant: a }")], PropertyType.String).ToString().Should().Be("one way");
        RowLaw.Of(PropertyType.String, [trim, Text("country")], PropertyType.String).ToString().Should().Be("lossless");
        RowLaw.Of(PropertyType.String, [Text("{ prefix: a }"), Text("country")], PropertyType.String).ToString().Should().Be("lossy to the spelling of the table");
    }

    private static IConversion Text(string written) => Written.Make(written, PropertyType.String, PropertyType.String);

    // Every row of two conversions of which the first is given, with every value that it takes.
    private static IEnumerable<(ImmutableArray<IConversion> Row, Value Source, Value There)> Trips(ConversionExample first)
    {
        var one = Written.Make(first);
        var values = new UglyValues(Seed);
        List<Value> sources = [.. values.Of(one.Input).Where(v => v.Kind != ValueKind.Text || v.AsText.Length < 100), .. one.Samples.SelectMany(values.Near)];
        return
            from second in TwoWay
            let two = Written.Make(second)
            where TypeFit.Holds(one.Output, two.Input)
            let row = ImmutableArray.Create(one, two)
            from source in sources
            let there = ConversionChain.Get(row, source)
            where there.IsValue
            select (row, source, there.Value);
    }
}
