using System.Collections.Immutable;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Portraits;

namespace SesamTalk.Cli.Books;

/// <summary>What a set of flows does, for people: a chapter a document.</summary>
/// <param name="Generated">When it was made.</param>
/// <param name="Chapters">The chapters.</param>
/// <param name="Systems">The systems that they tell of.</param>
internal sealed record Book(DateTimeOffset Generated, ImmutableArray<Chapter> Chapters, ImmutableArray<BookSystem> Systems)
{
    /// <summary>All flows, in the order of the book.</summary>
    public IEnumerable<FlowPortrait> Flows => Chapters.SelectMany(chapter => chapter.Flows);

    /// <summary>The book of some documents.</summary>
    public static Book Of(PortrayedWorkspace workspace, ImmutableArray<ExportedDocument> documents, DateTimeOffset generated)
    {
        // In a workspace with errors two flows may have one name.
        var portraits = workspace.Flows.ToLookup(flow => flow.Name, StringComparer.Ordinal);
        ImmutableArray<Chapter> chapters = [.. documents.Select(document => new Chapter(document, [.. document.Flows.Distinct(StringComparer.Ordinal).SelectMany(name => portraits[name])]))];
        return new Book(generated, chapters, [.. SystemsOf(workspace.Workspace, [.. chapters.SelectMany(chapter => chapter.Flows)])]);
    }

    private static IEnumerable<BookSystem> SystemsOf(Workspace workspace, FlowPortrait[] flows)
    {
        var sides = flows.SelectMany(flow => new[] { (Flow: flow, Side: flow.Source), (Flow: flow, Side: flow.Target) }).ToLookup(it => it.Side.System, StringComparer.Ordinal);
        foreach (var system in sides.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var entities = system.GroupBy(it => it.Side).OrderBy(group => group.Key.Entity, StringComparer.Ordinal)
                .Select(group => new BookEntity(group.Key, [.. group.Select(it => it.Flow.Name).Distinct(StringComparer.Ordinal)]));
            var known = workspace.Systems.FirstOrDefault(it => it.Name == system.Key);
            yield return new BookSystem(system.Key, known?.Names ?? [], known?.Connector ?? string.Empty, [.. entities]);
        }
    }
}

/// <summary>What one document tells of.</summary>
/// <param name="Document">The document.</param>
/// <param name="Flows">Its flows.</param>
internal sealed record Chapter(ExportedDocument Document, ImmutableArray<FlowPortrait> Flows);

/// <summary>A system of a book.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Names">What documents call it.</param>
/// <param name="Connector">What reaches it.</param>
/// <param name="Entities">Its entities that flows name.</param>
internal sealed record BookSystem(string Name, ImmutableArray<string> Names, string Connector, ImmutableArray<BookEntity> Entities);

/// <summary>An entity of a book.</summary>
/// <param name="Side">The entity.</param>
/// <param name="Flows">The names of the flows that it is in.</param>
internal sealed record BookEntity(SidePortrait Side, ImmutableArray<string> Flows);
