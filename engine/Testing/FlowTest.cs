using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Testing;

/// <summary>One test of a flow. It has either a <see cref="Pair"/>, or what is <see cref="Given"/> and expected.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where its name stands.</param>
public sealed record FlowTest(string Name, Place Place)
{
    /// <summary>Other records that are linked already.</summary>
    internal ImmutableArray<GivenLink> Links { get; init; } = [];

    /// <summary>The short form: two records that follow from each other.</summary>
    internal CorrespondingPair? Pair { get; init; }

    /// <summary>The long form: what is there before the first run.</summary>
    internal GivenRecords? Given { get; init; }

    /// <summary>What happens after the first run.</summary>
    internal ImmutableArray<Act> Acts { get; init; } = [];

    /// <summary>What must be there at the end.</summary>
    internal Expectation? Expect { get; init; }
}

/// <summary>Two records that follow from each other.</summary>
internal sealed record CorrespondingPair(TestRecord Source, TestRecord Target, Direction Direction);

/// <summary>What is there before the first run.</summary>
internal sealed record GivenRecords(TestRecord? Source, TestRecord? Target, bool AreLinked);

/// <summary>Two records that are linked already, each as entity and key.</summary>
internal sealed record GivenLink(GivenKey Source, GivenKey Target);

/// <summary>A record of which only the key matters.</summary>
internal sealed record GivenKey(string Entity, string Key, Place Place);
