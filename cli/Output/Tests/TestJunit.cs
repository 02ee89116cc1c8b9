using System.Globalization;
using System.Xml;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Cli.Output.Tests;

/// <summary>Tests of flows in the form of JUnit, which nearly every build server shows: a suite for each flow.</summary>
internal static class TestJunit
{
    /// <summary>The name of the form.</summary>
    public const string Form = "junit";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    private const string All = "sesamtalk test";

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter writer, TestSummary summary) => Write(writer, xml =>
    {
        WriteCounts(xml, All, summary.Report.Results, summary.Faults.Length, CasesOfCoverage(summary));
        WriteFaults(xml, summary);
        WriteCoverage(xml, summary);
        foreach (var flow in summary.Report.Results.GroupBy(result => result.Flow))
        {
            Write(xml, flow.Key, [.. flow]);
        }
    });

    /// <summary>Writes that no test was run: a build server takes an empty file for a broken one.</summary>
    public static void WriteNothing(TextWriter writer) => Write(writer, xml => WriteCounts(xml, All, [], errors: 0));

    private static void Write(TextWriter writer, Action<XmlWriter> writeSuites)
    {
        writer.Write("""<?xml version="1.0" encoding="UTF-8"?>""" + "\n");
        using (var xml = XmlWriter.Create(writer, Settings))
        {
            xml.WriteStartElement("testsuites");
            writeSuites(xml);
            xml.WriteEndElement();
        }

        writer.Write("\n");
    }

    private static void Write(XmlWriter xml, string flow, IReadOnlyCollection<FlowTestResult> results)
    {
        xml.WriteStartElement("testsuite");
        WriteCounts(xml, flow, results, errors: 0);
        foreach (var result in results)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("name", XmlText.Printable(result.Name));
            xml.WriteAttributeString("classname", flow);
            xml.WriteAttributeString("file", XmlText.Printable(result.File));
            xml.WriteAttributeString("line", Text(result.Place.Line));
            xml.WriteAttributeString("time", Seconds(result.Time));
            WriteDifferences(xml, result);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteDifferences(XmlWriter xml, FlowTestResult result)
    {
        if (result.Passed)
        {
            return;
        }

        xml.WriteStartElement("failure");
        xml.WriteAttributeString("message", XmlText.Printable(Text(result.Differences[0])));
        xml.WriteString(XmlText.Printable(string.Join('\n', result.Differences.Select(Text))));
        xml.WriteEndElement();
    }

    // A test file with errors is a test that could not be run.
    private static void WriteFaults(XmlWriter xml, TestSummary summary)
    {
        foreach (var fault in summary.Faults)
        {
            xml.WriteStartElement("testsuite");
            WriteCounts(xml, XmlText.Printable(fault.Place.File), [], errors: 1);
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("name", fault.Code);
            xml.WriteAttributeString("classname", XmlText.Printable(fault.Place.File));
            xml.WriteStartElement("error");
            xml.WriteAttributeString("message", XmlText.Printable(fault.Message));
            xml.WriteString(XmlText.Printable(summary.Reading.Render(fault)));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    // What tests touch is a test of its own where it is demanded: a build server shows nothing else.
    private static (int Tests, int Failures) CasesOfCoverage(TestSummary summary) => (summary.MinimumCoverage is null ? 0 : 1, summary.MissesCoverage ? 1 : 0);

    private static void WriteCoverage(XmlWriter xml, TestSummary summary)
    {
        if (summary.MinimumCoverage is not { } minimum)
        {
            return;
        }

        xml.WriteStartElement("testsuite");
        WriteCounts(xml, "coverage", [], errors: 0, CasesOfCoverage(summary));
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", $"tests touch at least {Text(minimum)} %");
        xml.WriteAttributeString("classname", "coverage");
        if (summary.MissesCoverage)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", CoverageText.Missed(summary));
            xml.WriteString(XmlText.Printable(string.Join('\n', CoverageText.Untouched(summary))));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, string name, IReadOnlyCollection<FlowTestResult> results, int errors, (int Tests, int Failures) more = default)
    {
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("tests", Text(results.Count + errors + more.Tests));
        xml.WriteAttributeString("failures", Text(results.Count(result => !result.Passed) + more.Failures));
        xml.WriteAttributeString("errors", Text(errors));
        xml.WriteAttributeString("time", Seconds(TimeSpan.FromTicks(results.Sum(result => result.Time.Ticks))));
    }

    private static string Text(TestDifference difference) =>
        $"{(TestText.WordsFor(difference.Way) is { } way ? $"{way}: " : string.Empty)}{difference.Subject}: expected {difference.Expected}, found {difference.Actual}";

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
