using System.Text.RegularExpressions;

namespace SesamTalk.Cli.Tests.Program;

/// <summary>The output of a program that runs again and again, and what a test does after each of its runs.</summary>
internal sealed partial class FollowedOutput(Action<int> afterRun) : StringWriter
{
    private int _runs;

    public override void Write(string? value)
    {
        base.Write(value);
        if (Run().IsMatch(value ?? string.Empty))
        {
            (_runs < 10).Should().BeTrue("a test ends what it follows");
            afterRun(++_runs);
        }
    }

    [GeneratedRegex(@"UTC  Run [0-9]+:|""run"":""")]
    private static partial Regex Run();
}
