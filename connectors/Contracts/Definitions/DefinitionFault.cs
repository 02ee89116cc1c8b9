using System.Collections.Immutable;

namespace SesamTalk.Connectors.Definitions;

/// <summary>Something that is wrong with a definition file.</summary>
/// <param name="Kind">What kind of fault it is.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Message">What is wrong, in the author's words.</param>
/// <param name="Cure">What was expected, and how to mend it.</param>
public sealed record DefinitionFault(DefinitionFaultKind Kind, DefinitionPlace Place, string Message, string Cure)
{
    /// <summary>The name that there is not, where the fault is about one: what is nearest to it is asked for.</summary>
    public string? Name { get; init; }

    /// <summary>The names that there are in its stead.</summary>
    public ImmutableArray<string> Legal { get; init; } = [];
}
