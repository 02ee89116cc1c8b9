using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>What documents call the systems and entities of one side.</summary>
/// <param name="names">The systems that are known.</param>
/// <param name="title">What the document's title calls the system of this side.</param>
internal sealed class SideWords(NameResolution names, string title)
{
    private readonly SideResolver _resolver = new(names, title);

    /// <summary>System and entity, as one text.</summary>
    public string Of(SayableSide side) => $"{SystemOf(side)} {side.Entity}";

    /// <summary>The system: as the title calls it, else by the first of its names.</summary>
    public string SystemOf(SayableSide side) =>
        names.Find(title)?.Name == side.System || (names.Find(side.System) is null && Slug.Of(title, "unnamed") == side.System)
            ? title
            : names.Find(side.System)?.Names.FirstOrDefault() ?? side.System;

    /// <summary>Whether words of a document mean a side.</summary>
    /// <param name="words">System and entity, as one text.</param>
    /// <param name="system">The system's part of it, where it is told.</param>
    /// <param name="side">The side.</param>
    public bool Mean(string words, string? system, SayableSide side)
    {
        if (system is not null && !words.StartsWith(system + " ", StringComparison.Ordinal))
            return false;
        ResolvedSide found = _resolver.Resolve(words, system);
        return found.System == side.System && found.Entity == side.Entity;
    }

    /// <summary>Whether the words of a connection mean the entities of a flow.</summary>
    public bool Mean(ImmutableArray<string> words, SayableFlow flow)
    {
        if (words.Length != flow.OnReference.Length)
            return false;
        ResolvedSide first = _resolver.Resolve(words[0], null);
        return first.Entity == flow.OnReference[0]
            && words.Skip(1).Zip(flow.OnReference.Skip(1)).All(pair => EntityNames.Find(first.Known?.Entities ?? [], pair.First, out _) == pair.Second);
    }
}
