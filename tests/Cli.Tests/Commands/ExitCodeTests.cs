namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class ExitCodeTests
{
    private static readonly ExitCode[] WorstFirst =
        [ExitCode.Defect, ExitCode.Usage, ExitCode.Unreachable, ExitCode.Guarded, ExitCode.Findings, ExitCode.Pending, ExitCode.Done];

    [Test]
    public void The_worst_of_several_is_told()
    {
        for (var i = 0; i < WorstFirst.Length; i++)
        {
            ExitCodes.Worst(WorstFirst[i..]).Should().Be(WorstFirst[i]);
            ExitCodes.Worst(WorstFirst[i..].Reverse()).Should().Be(WorstFirst[i]);
        }
    }

    [Test]
    public void Nothing_found_is_done() => ExitCodes.Worst([]).Should().Be(ExitCode.Done);

    [Test]
    public void Every_code_is_explained_in_the_order_of_the_numbers() =>
        ExitCodes.Meanings.Select(meaning => meaning.Code).Should().Equal(Enum.GetValues<ExitCode>().Order());

    [Test]
    public void The_numbers_are_those_that_scripts_rely_on() =>
        Enum.GetValues<ExitCode>().Select(code => (int)code).Should().Equal(0, 1, 2, 3, 4, 64, 70, 130, 143);
}
