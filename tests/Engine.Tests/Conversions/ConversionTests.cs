using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Conversions;

namespace SesamTalk.Engine.Tests.Conversions;

/// <summary>Each conversion by a table: what comes in, what comes out, and what an edit of the target makes of the source.</summary>
internal sealed class ConversionTests
{
    private const PropertyType Text = PropertyType.String;
    private const PropertyType Integer = PropertyType.Integer;
    private const PropertyType Number = PropertyType.Decimal;

    public static IEnumerable<ConversionKind> Kinds => ConversionCatalogue.Kinds;

    [TestCase("trim", Text, Text, " Ålesund ", "Ålesund")]
    [TestCase("upper", Text, Text, "Øre", "ØRE")]
    [TestCase("lower", Text, Text, "ØRE", "øre")]
    [TestCase("remove: ", Text, Text, "987 654 321", "987654321")]
    [TestCase("prefix:NO-", Text, Text, "12", "NO-12")]
    [TestCase("prefix:NO-", Text, Text, "", "")]
    [TestCase("lookup:N=New,S=Shipped", Text, Text, "S", "Shipped")]
    [TestCase("lookup:N=New,S=Shipped", Text, Text, "X", "X")]
    [TestCase("lookup:A=true,B=false", Text, PropertyType.Boolean, "B", "false")]
    [TestCase("lookup:1=New", Integer, Text, "1", "New")]
    [TestCase("number", Text, Integer, " 007 ", "7")]
    [TestCase("number", Text, Number, "12.50", "12.50")]
    [TestCase("number", Text, Integer, "seven", "seven")]
    [TestCase("number", Text, Number, "", "")]
    [TestCase("number", Number, Text, "12.50", "12.5")]
    [TestCase("number", Integer, Text, "12", "12")]
    [TestCase("date", PropertyType.DateTime, PropertyType.Date, "2024-05-01T14:30:00Z", "2024-05-01")]
    [TestCase("date", PropertyType.Date, PropertyType.DateTime, "2024-05-01", "2024-05-01T00:00:00Z")]
    [TestCase("constant:Oslo", Text, Text, "Bergen", "Oslo")]
    public void It_gives(string conversion, PropertyType input, PropertyType output, string source, string target) =>
        Make(conversion, input, output).Get(Of(input, source)).ToString().Should().Be(target);

    [TestCase("trim", Text, Text, " Oslo", "Bergen", "Bergen")]
    [TestCase("upper", Text, Text, "Oslo", "BERGEN", "BERGEN")]
    [TestCase("upper", Text, Text, "Oslo", "OSLO", "Oslo")]
    [TestCase("remove: ", Text, Text, "98 76", "1234", "1234")]
    [TestCase("prefix:NO-", Text, Text, "12", "NO-13", "13")]
    [TestCase("prefix:NO-", Text, Text, "12", "SE-13", "SE-13")]
    [TestCase("lookup:N=New,O=New,S=Shipped", Text, Text, "S", "New", "N")]
    [TestCase("lookup:N=New,O=New,S=Shipped", Text, Text, "O", "New", "O")]
    [TestCase("lookup:N=New", Text, Text, "N", "Lost", "Lost")]
    [TestCase("lookup:A=true,B=false", Text, PropertyType.Boolean, "B", "true", "A")]
    [TestCase("number", Text, Integer, "007", "8", "8")]
    [TestCase("number", Text, Integer, "007", "7", "007")]
    [TestCase("number", Number, Text, "12.5", "13.0", "13.0")]
    [TestCase("date", PropertyType.DateTime, PropertyType.Date, "2024-05-01T14:30:00Z", "2024-05-01", "2024-05-01T14:30:00Z")]
    [TestCase("date", PropertyType.DateTime, PropertyType.Date, "2024-05-01T14:30:00Z", "2024-05-02", "2024-05-02T00:00:00Z")]
    [TestCase("constant:Oslo", Text, Text, "Bergen", "Oslo", "Bergen")]
    public void It_puts_back(string conversion, PropertyType input, PropertyType output, string source, string target, string expected) =>
        Make(conversion, input, output).Put(Of(output, target), Of(input, source)).ToString().Should().Be(expected);

    [TestCaseSource(nameof(Examples))]
    public void What_was_not_edited_comes_back_as_it_was(string conversion, PropertyType input, PropertyType output)
    {
        var made = Make(conversion, input, output);

        foreach (var source in SourcesOf(input))
        {
            made.Put(made.Get(source), source).Should().Be(source);
        }
    }

    [TestCaseSource(nameof(Examples))]
    public void Nothing_stays_nothing_unless_it_is_one_way(string conversion, PropertyType input, PropertyType output)
    {
        var made = Make(conversion, input, output);

        if (made.Law != ConversionLaw.OneWay)
        {
            made.Get(Value.None).Should().Be(Value.None);
            made.Put(Value.None, SourcesOf(input).Last()).IsNone.Should().BeTrue();
        }
    }

    [Test]
    public void A_table_with_one_target_twice_says_that_it_loses_something_on_the_way_back()
    {
        Make("lookup:N=New,S=Shipped", Text, Text).Law.Should().Be(ConversionLaw.Lossless);
        Make("lookup:N=New,O=New", Text, Text).Law.Should().Be(ConversionLaw.LossyBack);
    }

    [Test]
    public void Every_conversion_is_held_by_these_laws() =>
        Examples().Select(e => ((string)e.Arguments[0]!).Split(':')[0]).Distinct().Should().BeEquivalentTo(Kinds.Select(k => k.Name));

    [Test]
    public void Every_conversion_that_is_written_is_in_the_catalogue()
    {
        var made = Examples().Select(e => Make((string)e.Arguments[0]!, (PropertyType)e.Arguments[1]!, (PropertyType)e.Arguments[2]!).GetType());
        var written = typeof(IConversion).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IConversion).IsAssignableFrom(t));

        written.Except(made).Should().BeEmpty();
    }

    private static IEnumerable<TestCaseData> Examples() =>
    [
        new("trim", Text, Text),
        new("upper", Text, Text),
        new("lower", Text, Text),
        new("remove: ", Text, Text),
        new("prefix:NO-", Text, Text),
        new("lookup:N=New,O=New", Text, Text),
        new("lookup:1=New", Integer, Text),
        new("number", Text, Integer),
        new("number", Text, Number),
        new("number", Number, Text),
        new("date", PropertyType.DateTime, PropertyType.Date),
        new("date", PropertyType.Date, PropertyType.DateTime),
        new("constant:Oslo", Text, Text),
    ];

    private static Value[] SourcesOf(PropertyType type) => type switch
    {
        Integer => [Value.None, Value.Integer(0), Value.Integer(1), Value.Integer(long.MinValue)],
        Number => [Value.None, Value.Decimal(12.50m), Value.Decimal(-0.1m)],
        PropertyType.Date => [Value.None, Value.Date(new DateOnly(2024, 2, 29))],
        PropertyType.DateTime => [Value.None, Value.DateTime(new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc))],
        _ => [Value.None, Value.Text(string.Empty), Value.Text(" a B "), Value.Text("NO-1 2"), Value.Text("N"), Value.Text("O"), Value.Text("007"), Value.Text("ß ı İ e\u0301")],
    };

    private static IConversion Make(string conversion, PropertyType input, PropertyType output)
    {
        var name = conversion.Split(':')[0];
        var argument = name.Length == conversion.Length ? null : conversion[(name.Length + 1)..];
        var isTable = name == "lookup";
        var pairs = isTable ? argument!.Split(',').Select(p => KeyValuePair.Create(p.Split('=')[0], p.Split('=')[1])).ToImmutableArray() : [];
        return ConversionCatalogue.Find(name)!.Create(new ConversionRequest(isTable ? null : argument, pairs, input, output)).Conversion!;
    }

    private static Value Of(PropertyType type, string text) => type == PropertyType.DateTime
        ? Value.DateTime(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal))
        : ValueText.Read(text, type)!.Value;
}
