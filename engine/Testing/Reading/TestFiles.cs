using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Testing.Reading;

/// <summary>Finds and reads the test files of a workspace.</summary>
/// <param name="files">Reads files through the first two layers.</param>
/// <param name="set">The flows with their names looked up.</param>
/// <param name="faults">Receives what is wrong.</param>
internal sealed class TestFiles(SourceFiles files, SetView set, ICollection<Diagnostic> faults)
{
    /// <summary>How the name of a test file ends.</summary>
    public const string Suffix = ".flow-test.yaml";

    /// <summary>The tests in some files; a file that cannot be accepted, or tests no flow, is left out.</summary>
    public ImmutableArray<FlowTestFile> Read(IEnumerable<string> paths) => [.. paths.Select(Read).OfType<FlowTestFile>()];

    private FlowTestFile? Read(string path)
    {
        if (files.Accept(files.Parse(path), FileKind.FlowTest) is not { } root)
        {
            return null;
        }

        var name = root.MandatoryText("flow");
        if (set.Flows.FirstOrDefault(flow => flow.Name == name.Value) is { } flow)
        {
            return new FlowTestFile(files.ShownName(path), path, flow.Name, new TestReader(flow, faults).Read(root));
        }

        // A flow that was not accepted is there all the same.
        if (set.IsComplete)
        {
            faults.Add(TestFaults.UnknownFlow(name.Place, name.Value, [.. set.Flows.Select(f => f.Name)]));
        }

        return null;
    }
}
