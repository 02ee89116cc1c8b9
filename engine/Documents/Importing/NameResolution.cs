using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Documents;

/// <summary>Finds the systems that documents speak of: by their names and aliases, whatever the case, the longest first.</summary>
public sealed class NameResolution
{
    private readonly ImmutableArray<(string Alias, KnownSystem System)> _aliases;

    /// <summary>A resolution over these systems.</summary>
    /// <param name="systems">The systems; of two with one alias, the first is meant.</param>
    public NameResolution(IEnumerable<KnownSystem> systems) =>
        _aliases =
        [
            .. systems.SelectMany(s => s.Names.Append(s.Name).Where(n => n.Length > 0).Select(n => (n, s)))
                .OrderByDescending(a => a.n.Length),
        ];

    /// <summary>No system is known: every name is offered as an addition.</summary>
    public static NameResolution None { get; } = new([]);

    /// <summary>A resolution over the systems of a workspace.</summary>
    public static NameResolution Of(Workspace workspace) =>
        new(workspace.Systems.Select(s => new KnownSystem(s.Name, s.Names, s.Entities)));

    /// <summary>The system of exactly this name or alias.</summary>
    internal KnownSystem? Find(string name) =>
        _aliases.FirstOrDefault(a => a.Alias.Equals(name, StringComparison.OrdinalIgnoreCase)).System;

    /// <summary>The system with whose name or alias the text begins, and the word behind it.</summary>
    internal (KnownSystem System, string Word)? FindStart(string text)
    {
        foreach ((string alias, KnownSystem system) in _aliases)
        {
            if (text.Length > alias.Length + 1 && text[alias.Length] == ' ' && text.StartsWith(alias, StringComparison.OrdinalIgnoreCase))
                return (system, text[(alias.Length + 1)..]);
        }
        return null;
    }
}
