using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>The reading of one flow file. It has to do with nothing else, so that many go on beside each other.</summary>
internal sealed class FlowReading
{
    private readonly List<Diagnostic> _faults = [];
    private readonly SourceNode? _parsed;

    /// <summary>Parses the file.</summary>
    public FlowReading(string path, string workspaceFolder)
    {
        Path = path;
        Files = new SourceFiles(workspaceFolder, _faults);
        _parsed = Files.Parse(path);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The text of the file.</summary>
    public SourceFiles Files { get; }

    /// <summary>What is wrong with the file by itself.</summary>
    public IReadOnlyList<Diagnostic> Faults => _faults;

    /// <summary>The flow as written; <see langword="null"/> where the file has not the shape of one.</summary>
    public FlowDraft? Draft() => Files.Accept(_parsed, FileKind.Flow) is { } root ? FlowDraftReader.Read(FlowFiles.NameOf(Path), root, _faults) : null;
}
