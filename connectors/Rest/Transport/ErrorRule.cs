using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What an answer means that has one of the statuses and, where texts are given, one of them in its message.</summary>
/// <param name="Meaning">What it means.</param>
internal sealed record ErrorRule(ErrorMeaning Meaning)
{
    /// <summary>The statuses; empty for all that are no success.</summary>
    public ImmutableArray<StatusRange> Statuses { get; init; } = [];

    /// <summary>Texts of which the system's message holds one, in any case; empty where the message does not matter.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>What a person can do; <see langword="null"/> for what is said in general. For <see cref="ErrorMeaning.Refused"/>.</summary>
    public string? Cure { get; init; }
}
