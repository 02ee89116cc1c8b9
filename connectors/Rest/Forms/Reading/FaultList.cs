using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Gathers what is wrong with a definition.</summary>
internal sealed class FaultList
{
    private readonly List<DefinitionFault> _faults = [];

    /// <summary>What was gathered: what the defaults say wrong is told once.</summary>
    public ImmutableArray<DefinitionFault> All => [.. _faults.DistinctBy(fault => (fault.Place, fault.Message))];

    /// <summary>Something that follows from what is said is missing.</summary>
    public void Missing(DefinitionPlace place, string message, string cure) => Add(new(DefinitionFaultKind.Missing, place, message, cure));

    /// <summary>Something is not understood.</summary>
    public void NotUnderstood(DefinitionPlace place, string message, string cure) => Add(new(DefinitionFaultKind.NotUnderstood, place, message, cure));

    /// <summary>A name that there is not.</summary>
    public void Unknown(DefinitionPlace place, string what, string name, IEnumerable<string> legal)
    {
        ImmutableArray<string> names = [.. legal.Distinct().Order(StringComparer.Ordinal)];
        Add(new(DefinitionFaultKind.UnknownName, place, $"there is no {what} '{name}' here", names.IsEmpty ? $"there is no {what} at all here" : $"there are: {string.Join(", ", names)}")
        {
            Name = name,
            Legal = names,
        });
    }

    private void Add(DefinitionFault fault) => _faults.Add(fault);
}
