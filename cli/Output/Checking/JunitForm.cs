using System.Globalization;
using System.Xml;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Cli.Output.Checking;

/// <summary>
/// Diagnostics as the result of tests in the form of JUnit, which nearly every build server shows: a suite for each file, in it a case for
/// each code that was raised, or one that passed.
/// </summary>
/// <param name="paths">How files are named.</param>
/// <param name="fails">Whether a diagnostic makes its case fail; the others are only told of.</param>
/// <param name="render">A diagnostic as text.</param>
internal sealed class JunitForm(RepositoryPaths paths, Func<Diagnostic, bool> fails, Func<Diagnostic, string> render)
{
    private const string Clean = "nothing to report";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>Writes the suites.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="files">The files that were checked, as diagnostics name them.</param>
    /// <param name="diagnostics">What was found.</param>
    public void Write(TextWriter writer, IEnumerable<string> files, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var found = diagnostics.ToLookup(diagnostic => diagnostic.Place.File, StringComparer.Ordinal);
        List<CheckedFile> suites = [.. files.Union(found.Select(file => file.Key)).Order(StringComparer.Ordinal).Select(file => new CheckedFile(file, Cases(found[file])))];
        writer.Write("""<?xml version="1.0" encoding="UTF-8"?>""" + "\n");
        using (var xml = XmlWriter.Create(writer, Settings))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, "sesamtalk validate", suites);
            suites.ForEach(suite => Write(xml, suite));
            xml.WriteEndElement();
        }

        writer.Write("\n");
    }

    private static List<IGrouping<string, Diagnostic>> Cases(IEnumerable<Diagnostic> found) =>
        [.. found.GroupBy(diagnostic => diagnostic.Code).OrderBy(code => code.Key, StringComparer.Ordinal)];

    private void Write(XmlWriter xml, CheckedFile suite)
    {
        xml.WriteStartElement("testsuite");
        WriteCounts(xml, paths.PathOf(suite.File), [suite]);
        if (suite.Cases.Count == 0)
        {
            WriteCase(xml, suite, Clean);
            xml.WriteEndElement();
        }

        foreach (var code in suite.Cases)
        {
            WriteCase(xml, suite, code.Key);
            WriteFound(xml, [.. code]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteCounts(XmlWriter xml, string name, IReadOnlyCollection<CheckedFile> suites)
    {
        xml.WriteAttributeString("name", XmlText.Printable(name));
        xml.WriteAttributeString("tests", Text(suites.Sum(suite => Math.Max(1, suite.Cases.Count))));
        xml.WriteAttributeString("failures", Text(suites.Sum(suite => suite.Cases.Count(code => code.Any(fails)))));
        xml.WriteAttributeString("errors", "0");
    }

    private void WriteCase(XmlWriter xml, CheckedFile suite, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("classname", XmlText.Printable(paths.PathOf(suite.File)));
    }

    private void WriteFound(XmlWriter xml, IReadOnlyList<Diagnostic> found)
    {
        var isFailure = found.Any(fails);
        xml.WriteStartElement(isFailure ? "failure" : "system-out");
        if (isFailure)
        {
            xml.WriteAttributeString("type", DiagnosticText.Word(found[0].Severity));
            xml.WriteAttributeString("message", XmlText.Printable(found.Count == 1 ? found[0].Message : $"{found[0].Message}, and {found.Count - 1} more"));
        }

        xml.WriteString(XmlText.Printable(string.Join('\n', found.Select(render))));
        xml.WriteEndElement();
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private sealed record CheckedFile(string File, List<IGrouping<string, Diagnostic>> Cases);
}
