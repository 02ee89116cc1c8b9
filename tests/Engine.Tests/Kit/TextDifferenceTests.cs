using SesamTalk.TestKit.Golden;

namespace SesamTalk.Engine.Tests.Kit;

public sealed class TextDifferenceTests
{
    [TestCase("a\nb\n", "a\nb\n", null)]
    [TestCase("a\nb\n", "a\nB\n", "line 2\n  expected: b\n  actual:   B")]
    [TestCase("a\n", "a", "line 2\n  expected: \n  actual:   (the text has ended)")]
    [TestCase("a\n", "a\r\n", "line 1\n  expected: a\n  actual:   a\\r")]
    public void The_first_line_that_differs_is_shown(string expected, string actual, string? difference) =>
        TextDifference.Between(expected, actual).Should().Be(difference);
}
