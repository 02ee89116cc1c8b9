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

    [TestCase("trim", Text, Text, " Ålesund ", "Ålesund")]
    [TestCase("upper", Text, Text, "Øre", "ØRE")]
    [TestCase("lower", Text, Text, "ØRE", "øre")]
    [TestCase("{ remove: \" \" }", Text, Text, "987 654 321", "987654321")]
    [TestCase("{ prefix: NO- }", Text, Text, "12", "NO-12")]
    [TestCase("{ prefix: NO- }", Text, Text, "", "")]
    [TestCase("{ lookup: { N: New, S: Shipped } }", Text, Text, "S", "Shipped")]
    [TestCase("{ lookup: { N: New, S: Shipped } }", Text, Text, "X", "X")]
    [TestCase("{ lookup: { A: true, B: false } }", Text, PropertyType.Boolean, "B", "false")]
    [TestCase("{ lookup: { 1: New } }", Integer, Text, "1", "New")]
    [TestCase("number", Text, Integer, " 007 ", "7")]
    [TestCase("number", Text, Number, "12.50", "12.50")]
    [TestCase("number", Text, Number, "", "")]
    [TestCase("number", Number, Text, "12.50", "12.5")]
    [TestCase("number", Integer, Text, "12", "12")]
    [TestCase("date", PropertyType.DateTime, PropertyType.Date, "2024-05-01T14:30:00Z", "2024-05-01")]
    [TestCase("date", PropertyType.Date, PropertyType.DateTime, "2024-05-01", "2024-05-01T00:00:00Z")]
    [TestCase("{ constant: Oslo }", Text, Text, "Bergen", "Oslo")]
    [TestCase("{ remove: ab }", Text, Text, "aabb1", "1")]
    [TestCase("{ round: 2 }", Number, Number, "2.675", "2.68")]
    [TestCase("{ round: 0 }", Number, Number, "-0.4", "0")]
    [TestCase("{ phone: NO }", Text, Text, "99 88 77 66", "+4799887766")]
    [TestCase("{ phone: NO }", Text, Text, "0046 (0)8-123 456", "+468123456")]
    [TestCase("{ phone: SE }", Text, Text, "08-123 456", "+468123456")]
    [TestCase("{ phone: US }", Text, Text, "(212) 555-0123", "+12125550123")]
    [TestCase("email", Text, Text, " Kari@Example.NO", "kari@example.no")]
    [TestCase("url", Text, Text, "Example.com/", "https://example.com")]
    [TestCase("url", Text, Text, "http://example.com/a?b#c", "http://example.com/a?b#c")]
    [TestCase("country", Text, Text, "no", "NO")]
    [TestCase("{ country: code3 }", Text, Text, "NO", "NOR")]
    [TestCase("{ country: { from: name, to: code2 } }", Text, Text, "norway", "NO")]
    [TestCase("{ language: { from: code3, to: name } }", Text, Text, "nob", "Norwegian Bokmål")]
    [TestCase("{ currency: name }", Text, Text, "NOK", "Norwegian Krone")]
    [TestCase("boolean", Text, PropertyType.Boolean, "TRUE", "true")]
    [TestCase("boolean", PropertyType.Boolean, Integer, "true", "1")]
    [TestCase("{ boolean: { true: Y, false: N } }", Text, PropertyType.Boolean, "n", "false")]
    [TestCase("{ split: \",\" }", Text, PropertyType.List, "a, b,,c", "[a, b, c]")]
    [TestCase("{ default: Oslo }", Text, Text, " ", "Oslo")]
    [TestCase("{ default: Oslo }", Text, Text, "Bergen", "Bergen")]
    [TestCase("{ date: dd.MM.yyyy }", Text, PropertyType.Date, "29.02.2024", "2024-02-29")]
    [TestCase("{ date: d.M.yyyy }", PropertyType.Date, Text, "2024-05-01", "1.5.2024")]
    [TestCase("{ date: { zone: Europe/Oslo } }", PropertyType.DateTime, PropertyType.Date, "2024-05-01T22:30:00Z", "2024-05-02")]
    [TestCase("{ date: { zone: America/Sao_Paulo } }", PropertyType.Date, PropertyType.DateTime, "2018-11-04", "2018-11-04T03:00:00Z", Description = "the clocks skip midnight")]
    [TestCase("datetime", Text, PropertyType.DateTime, "2024-05-01T14:30:00+02:00", "2024-05-01T12:30:00Z")]
    [TestCase("{ datetime: { form: \"dd.MM.yyyy HH:mm\", zone: Europe/Oslo } }", Text, PropertyType.DateTime, "27.10.2024 02:30", "2024-10-27T00:30:00Z", Description = "the clocks show it twice")]
    [TestCase("html-to-text", Text, Text, "<p>a &amp; <b>b</b></p>\n<p>c<br>d</p><script>x</script>", "a & b\nc\nd")]
    public void It_gives(string conversion, PropertyType input, PropertyType output, string source, string target) =>
        Written.Make(conversion, input, output).Get(Of(input, source)).Value.ToString().Should().Be(target);

    [TestCase("trim", Text, Text, " Oslo", "Bergen", "Bergen")]
    [TestCase("upper", Text, Text, "Oslo", "BERGEN", "BERGEN")]
    [TestCase("upper", Text, Text, "Oslo", "OSLO", "Oslo")]
    [TestCase("{ remove: \" \" }", Text, Text, "98 76", "1234", "1234")]
    [TestCase("{ prefix: NO- }", Text, Text, "12", "NO-13", "13")]
    [TestCase("{ lookup: { N: New, O: New, S: Shipped } }", Text, Text, "S", "New", "N")]
    [TestCase("{ lookup: { N: New, O: New, S: Shipped } }", Text, Text, "O", "New", "O")]
    [TestCase("{ lookup: { N: New } }", Text, Text, "N", "Lost", "Lost")]
    [TestCase("{ lookup: { A: true, B: false } }", Text, PropertyType.Boolean, "B", "true", "A")]
    [TestCase("number", Text, Integer, "007", "8", "8")]
    [TestCase("number", Text, Integer, "007", "7", "007")]
    [TestCase("number", Number, Text, "12.5", "13.0", "13.0")]
    [TestCase("date", PropertyType.DateTime, PropertyType.Date, "2024-05-01T14:30:00Z", "2024-05-01", "2024-05-01T14:30:00Z")]
    [TestCase("date", PropertyType.DateTime, PropertyType.Date, "2024-05-01T14:30:00Z", "2024-05-02", "2024-05-02T00:00:00Z")]
    [TestCase("{ constant: Oslo }", Text, Text, "Bergen", "Oslo", "Bergen")]
    public void It_puts_back(string conversion, PropertyType input, PropertyType output, string source, string target, string expected) =>
        Written.Make(conversion, input, output).Put(Of(output, target), Of(input, source)).Value.ToString().Should().Be(expected);

    [TestCase("number", Text, Integer, "seven", "is no number of at most 28 digits")]
    [TestCase("number", Text, Integer, "1.5", "is no whole number")]
    [TestCase("number", Text, Number, "123456789012345678901234567890", "is no number of at most 28 digits")]
    [TestCase("number", Text, Number, "1,5", "is no number of at most 28 digits")]
    [TestCase("{ date: dd.MM.yyyy }", Text, PropertyType.Date, "abc", "is no date of the form dd.MM.yyyy")]
    [TestCase("{ date: dd.MM.yyyy }", Text, PropertyType.Date, "29.02.2023", "is no date of the form dd.MM.yyyy")]
    [TestCase("{ datetime: { form: \"dd.MM.yyyy HH:mm\", zone: Europe/Oslo } }", Text, PropertyType.DateTime, "31.03.2024 02:30", "is no time of the form dd.MM.yyyy HH:mm that the clocks of Europe/Oslo show")]
    [TestCase("{ lookup: { N: New } }", Text, Text, "New", "stands in the table for another value, and would come back as that")]
    [TestCase("{ phone: NO }", Text, Text, "call me", "is no telephone number")]
    [TestCase("email", Text, Text, "kari", "is no e-mail address")]
    [TestCase("url", Text, Text, "no address", "is no web address")]
    [TestCase("country", Text, Text, "Norway", "is the code2 of no country")]
    [TestCase("{ boolean: { true: Y, false: N } }", Text, PropertyType.Boolean, "maybe", "is neither 'Y' nor 'N'")]
    public void It_refuses(string conversion, PropertyType input, PropertyType output, string source, string problem) =>
        Written.Make(conversion, input, output).Get(Of(input, source)).Problem.Should().Be(problem);

    [TestCase("{ prefix: NO- }", Text, Text, "12", "SE-13", "does not begin with 'NO-' and something behind it")]
    [TestCase("{ boolean: { true: Y, false: N } }", PropertyType.Boolean, Text, "true", "X", "is neither 'Y' nor 'N'")]
    [TestCase("{ lookup: { N: New } }", Text, Text, "O", "N", "stands in the table for another value, and would come back as that")]
    public void It_refuses_to_put_back(string conversion, PropertyType input, PropertyType output, string source, string target, string problem) =>
        Written.Make(conversion, input, output).Put(Of(output, target), Of(input, source)).Problem.Should().Be(problem);

    [TestCase("{ country: { frm: name } }", Text, "it has no 'frm': did you mean 'from'?")]
    [TestCase("{ country: code4 }", Text, "a country is written as code2, code3 or name, not as 'code4'")]
    [TestCase("{ date: dd.MM.yy }", PropertyType.Date, "'dd.MM.yy' does not tell a date: it needs a year of four digits (yyyy), a month (MM) and a day (dd)")]
    [TestCase("{ datetime: { zone: Europe/Oslo } }", PropertyType.DateTime, "a zone is for a form that tells none: it needs 'form' beside it")]
    [TestCase("{ datetime: { form: \"dd.MM.yyyy hh:mm\" } }", PropertyType.DateTime, "'dd.MM.yyyy hh:mm' does not tell a time: it needs a year of four digits (yyyy), a month (MM), a day (dd) and an hour of the day (HH), and no offset")]
    [TestCase("{ datetime: { form: \"dd.MM.yyyy HH:mm\", zone: Europe/Olso } }", PropertyType.DateTime, "there is no time zone 'Europe/Olso'")]
    [TestCase("{ round: many }", Number, "it needs the number of decimals, from 0 to 28")]
    [TestCase("{ trim: [a] }", Text, "it takes no list")]
    [TestCase("{ lookup: { N: [a] } }", Text, "what stands under 'N' is no single value")]
    [TestCase("{ lookup: { N: \"\" } }", Text, "the empty text stands for no value, which 'default' replaces")]
    [TestCase("{ boolean: { true: Y } }", PropertyType.Boolean, "it needs a word for 'true' and one for 'false'")]
    [TestCase("phone", Text, "it needs the country of the numbers that name none")]
    public void It_cannot_be_written_so(string conversion, PropertyType wanted, string problem) =>
        Written.Step(conversion, wanted == Number ? Number : Text, wanted).Problem.Should().Be(problem);

    [Test]
    public void A_table_with_one_target_twice_says_that_it_loses_something_on_the_way_back()
    {
        Written.Make("{ lookup: { N: New, S: Shipped } }", Text, Text).Law.Kind.Should().Be(LawKind.Lossless);
        Written.Make("{ lookup: { N: New, O: New } }", Text, Text).Law.Kind.Should().Be(LawKind.LossyBack);
    }

    private static Value Of(PropertyType type, string text) => type == PropertyType.DateTime
        ? Value.DateTime(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal))
        : ValueText.Read(text, type)!.Value;
}
