using System.Collections.Immutable;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>One way in which a test is played: the short form of a test has one for each direction.</summary>
/// <param name="Way">Which direction; none for the long form.</param>
/// <param name="Source">The source record that is there at first.</param>
/// <param name="Target">The target record that is there at first.</param>
/// <param name="AreLinked">Whether the two are linked.</param>
/// <param name="Links">Other records that are linked.</param>
/// <param name="Acts">What happens after the first run.</param>
/// <param name="Expect">What must be there at the end.</param>
internal sealed record Play(
    Direction? Way, TestRecord? Source, TestRecord? Target, bool AreLinked, ImmutableArray<GivenLink> Links, ImmutableArray<Act> Acts, Expectation Expect)
{
    /// <summary>The record of a side that is there at first.</summary>
    public TestRecord? Given(Mapping.Side side) => side == Mapping.Side.Source ? Source : Target;
}
