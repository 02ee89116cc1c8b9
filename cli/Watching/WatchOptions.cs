using System.CommandLine.Parsing;
using SesamTalk.Cli.Commands;
using SesamTalk.Cli.Workspaces;

namespace SesamTalk.Cli.Watching;

/// <summary>What goes together with watching, and what does not.</summary>
internal static class WatchOptions
{
    /// <summary>Looks whether it does.</summary>
    public static void Check(CommandResult run)
    {
        var watches = run.GetValue<bool>(RunCommand.Watch);
        if (watches && run.GetValue<bool>(RunCommand.Once))
        {
            run.AddError($"{RunCommand.Once} and {RunCommand.Watch} contradict each other.");
        }

        if (watches && run.GetResult(AcceptedLosses.Name) is OptionResult { Implicit: false })
        {
            run.AddError($"{AcceptedLosses.Name} is for one run, not for all that follow: run once with it, and watch then.");
        }

        if (!watches && run.GetResult(ListenAddress.Name) is OptionResult { Implicit: false })
        {
            run.AddError($"{ListenAddress.Name} takes hints to run soon: it needs {RunCommand.Watch}.");
        }
    }
}
