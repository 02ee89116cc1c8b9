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

    public static IEnumerable<TestCaseData> Pairs =>
        from first in Written.Examples
        from second in Written.Examples
        let one = Written.Make(first)
        let two = Written.Make(second)
        where one.Law.Kind != LawKind.OneWay && two.Law.Kind != LawKind.OneWay && TypeFit.Holds(one.Output, two.Input)
        select new TestCaseData((IConversion[])[one, two]).SetArgDisplayNames(first.Written, second.Written);

    [TestCaseSource(nameof(Pairs))]
    public void A_row_behaves_as_it_is_judged(IConversion[] conversions)
    {
        ImmutableArray<IConversion> row = [.. conversions];
        var law = RowLaw.Of(row[0].Input, row, row[^1].Output);
        foreach (var source in Taken(row))
        {
            var there = ConversionChain.Get(row, source).Value;
            ConversionChain.Put(row, there, source).Should().Be((ConversionResult)source, "what was not edited comes back as it was");
            var back = ConversionChain.Put(row, there, Value.None);
            (law.Kind == LawKind.LossyBack || row[0].SourceForm(back.Value) == row[0].SourceForm(source)).Should().BeTrue($"'{source}' came back as '{back.Value}' {back.Problem}");
        }
    }

    [TestCaseSource(nameof(Pairs))]
    public void What_comes_back_lossy_comes_to_rest(IConversion[] conversions)
    {
        ImmutableArray<IConversion> row = [.. conversions];
        foreach (var source in Taken(row))
        {
            var there = ConversionChain.Get(row, source).Value;
            var back = ConversionChain.Put(row, there, Value.None);
            var again = back.IsValue ? ConversionChain.Get(row, back.Value) : back;
            if (again.IsValue)
            {
                ConversionChain.Put(row, again.Value, back.Value).Value.Should().Be(back.Value);
            }
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
    }

    private static IConversion Text(string written) => Written.Make(written, PropertyType.String, PropertyType.String);

    private static IEnumerable<Value> Taken(ImmutableArray<IConversion> row)
    {
        var values = new UglyValues(Seed);
        return values.Of(row[0].Input).Where(v => v.Kind != ValueKind.Text || v.AsText.Length < 1000).Concat(row[0].Samples.SelectMany(values.Near))
            .Where(s => ConversionChain.Get(row, s).IsValue);
    }
}
