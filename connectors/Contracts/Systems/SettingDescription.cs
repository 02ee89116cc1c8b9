using System.Collections.Immutable;

namespace SesamTalk.Connectors.Systems;

/// <summary>A setting of a connector, declared once: parsing, checking and documentation follow from it.</summary>
/// <param name="Name">Its name in <c>systems.yaml</c>.</param>
/// <param name="Meaning">What it does, in a sentence.</param>
public sealed record SettingDescription(string Name, string Meaning)
{
    /// <summary>Whether a system cannot be connected without it.</summary>
    public bool Mandatory { get; init; }

    /// <summary>Whether it must be a reference (<c>${env:…}</c>, <c>${secret:…}</c>) and never stands in the file.</summary>
    public bool Secret { get; init; }

    /// <summary>The values that it may have; empty where any text will do.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];

    /// <summary>What holds where it is not given.</summary>
    public string? Default { get; init; }

    /// <summary>Whether its default, or what it stands for, is established by no source and is to be confirmed by somebody who knows the system.</summary>
    public bool Unconfirmed { get; init; }
}
