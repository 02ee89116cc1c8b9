using System.Collections.Immutable;
using SesamTalk.Cli.Files;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Cli.Testing;

/// <summary>Writes test files so that they expect what is there.</summary>
internal static class TestUpdate
{
    /// <summary>Writes those files that change.</summary>
    /// <exception cref="StoppedException">A file cannot be written.</exception>
    /// <returns>The files, as they are shown to a person.</returns>
    public static ImmutableArray<string> Write(Call call, FlowSetReading reading, IEnumerable<FlowTestFile> files, IEnumerable<FlowTestResult> results) =>
        [.. files.Where(file => Write(call, reading, file, results.Where(result => result.File == file.File))).Select(file => file.File)];

    private static bool Write(Call call, FlowSetReading reading, FlowTestFile file, IEnumerable<FlowTestResult> results)
    {
        var source = reading.Sources[file.File];
        var text = FlowTestUpdate.Of(source, results);
        if (text == source.Text)
        {
            return false;
        }

        LocalFiles.Write(call, file.Path, path => FileReplacement.Write(path, text));
        return true;
    }
}
