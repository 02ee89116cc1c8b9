using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;

namespace SesamTalk.Simulation.Runner;

/// <summary>A failing history as a test, to be pasted into <c>tests/Simulation.Tests/Found</c>.</summary>
internal static class PastedTest
{
    /// <summary>The text of the test.</summary>
    public static string Of(long seed, History history, Violation violation) => $""""
            // Seed {seed}, {violation.Invariant}.
            [Test]
            public Task Name_it_after_the_trouble() => Histories.HoldAsync(
                """
                {HistoryText.Write(history).Replace("\n", "\n            ", StringComparison.Ordinal)}
                """);
        """";
}
