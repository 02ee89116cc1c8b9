using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Tests.Values;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DisjointSetsTests
{
    [Test]
    public void Two_things_are_joined_once_whatever_led_from_one_to_the_other()
    {
        DisjointSets<string> sets = new();

        bool[] joined = [sets.Join("a", "b"), sets.Join("c", "d"), sets.Join("b", "d"), sets.Join("a", "c"), sets.Join("e", "e")];

        joined.Should().Equal(true, true, true, false, false);
        sets.RootOf("a").Should().Be(sets.RootOf("d"));
        sets.RootOf("e").Should().Be("e");
    }
}
