using System.Collections.Immutable;
using System.Text;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Cli.Testing;

/// <summary>Writes test files so that they expect what is there.</summary>
internal static class TestUpdate
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes those files that change.</summary>
    /// <returns>The files, as they are shown to a person.</returns>
    public static ImmutableArray<string> Write(FlowSetReading reading, IEnumerable<FlowTestFile> files, IEnumerable<FlowTestResult> results) =>
        [.. files.Where(file => Write(reading, file, results.Where(result => result.File == file.File))).Select(file => file.File)];

    private static bool Write(FlowSetReading reading, FlowTestFile file, IEnumerable<FlowTestResult> results)
    {
        var source = reading.Sources[file.File];
        var text = FlowTestUpdate.Of(source, results);
        if (text == source.Text)
        {
            return false;
        }

        File.WriteAllText(file.Path, text, Encoding);
        return true;
    }
}
