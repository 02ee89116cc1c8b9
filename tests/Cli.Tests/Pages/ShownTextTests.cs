namespace SesamTalk.Cli.Tests.Pages;

[Parallelizable(ParallelScope.All)]
internal sealed class ShownTextTests
{
    private const string Output = " flow     read   created ->   calls   seconds\n───────\n people     12            3       4      0.25\n places      7            0       1      0.10\nDone in 2 s, 2026-01-05 08:00:00 UTC.\n";

    [TestCase(" people  99  3  8  1.00\n", " people  99  3  8  1.00", Description = "without the head nobody knows which column varies")]
    [TestCase(" flow  read  created ->  calls  seconds\n people  99  3  8  1.00\n", null)]
    [TestCase(" flow  read  created ->  calls  seconds\n people  99  4  8  1.00\n", "people | # | 4 | # | #")]
    [TestCase(" flow  read  created ->  calls  seconds\n places  7  0  1  0.10\n", "places | # | 0 | # | #", Description = "a line is left out without saying so")]
    [TestCase(" flow  read  created ->  calls  seconds\n ...\n places  7  0  1  0.10\n", null)]
    [TestCase("Done in 9 s, 2030-02-06 10:00:00 UTC.\n", null)]
    [TestCase("Done.\n", "Done.")]
    public void What_is_shown_must_come_in_the_same_order_and_what_is_left_out_must_be_said(string shown, string? missing) =>
        ShownText.Missing(shown, Output).Should().Be(missing?.Trim().Replace("  ", " ", StringComparison.Ordinal));
}
