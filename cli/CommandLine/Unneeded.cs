namespace SesamTalk.Cli.CommandLine;

/// <summary>Options of all commands that one command has no use for: given, they are a mistake and not ignored.</summary>
internal static class Unneeded
{
    /// <summary>Refuses <c>--workspace</c> and <c>--profile</c>.</summary>
    /// <param name="call">The call.</param>
    /// <param name="why">Why the command needs none.</param>
    /// <exception cref="StoppedException">One of them is given.</exception>
    public static void RefuseWorkspace(Call call, string why)
    {
        foreach (var option in new[] { GlobalOptions.Workspace, GlobalOptions.Profile })
        {
            if (call.Parsed.GetResult(option) is not null)
            {
                throw new StoppedException(ExitCode.Usage, $"'{CommandTree.NameOf(call.Parsed.CommandResult.Command)}' takes no {option}.", why);
            }
        }
    }
}
