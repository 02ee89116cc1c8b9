using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Pages;

/// <summary>
/// Checks the files that a page shows: as YAML, and for the shape of their kind. What they mean is not asked, since the systems that
/// a page speaks of are mostly not those of the workspace.
/// </summary>
internal sealed class PageCheck(IReadOnlyList<IConnector> connectors, ICollection<Diagnostic> faults)
{
    // A page is held against the shape of a flow of any name.
    private const string AnyName = "any";

    /// <summary>Checks all blocks of a page but for those that are said to be fragments.</summary>
    public void Check(SourceText page)
    {
        foreach (var block in YamlBlocks.Of(page).Where(block => !block.IsFragment))
        {
            Check(block);
        }
    }

    private void Check(YamlBlock block)
    {
        if (BlockKind.NamedBy(block.FirstLine) is not { } name)
        {
            CheckUnnamed(block);
        }
        else if (BlockKind.Of(name) is { } kind && YamlReader.Read(block.Alone, faults) is { } root)
        {
            CheckShape(root, kind);
        }
    }

    private void CheckUnnamed(YamlBlock block)
    {
        var found = new List<Diagnostic>();
        var root = YamlReader.Read(block.Alone, found);
        if (BlockKind.Of(root) is { } kind)
        {
            CheckShape(root!, kind);
        }
        else
        {
            faults.Add(FileFaults.UnknownBlock(block.Place));
        }
    }

    private void CheckShape(SourceNode root, FileKind kind)
    {
        if (kind == FileKind.Definition)
        {
            var readers = connectors.OfType<IDefinitionReader>().ToList();
            readers.ForEach(reader => ShapeChecker.Accepts(Schemas.Of(reader), root, kind, faults));
        }
        else if (ShapeChecker.Accepts(kind, root, faults) && kind == FileKind.Flow)
        {
            FlowDraftReader.Read(AnyName, (MappingNode)root, faults);
        }
    }
}
