using System.CommandLine;
using System.CommandLine.Invocation;
using SystemHelp = System.CommandLine.Help.HelpAction;

namespace SesamTalk.Cli.CommandLine;

/// <summary>The help of a command, with the exit codes, at the same width everywhere.</summary>
internal sealed class HelpAction : SynchronousCommandLineAction
{
    private const int Width = 100;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        GlobalOptions.DescribeFor(parseResult);
        new SystemHelp { MaxWidth = Width }.Invoke(parseResult);
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in ExitCodes.Meanings)
        {
            output.WriteLine($"  {(int)code,3}  {meaning}");
        }

        return (int)ExitCode.Done;
    }
}
