using System.CommandLine;
using System.CommandLine.Invocation;

namespace SesamTalk.Cli.CommandLine;

/// <summary>Tells the version, wherever on the command line it was asked for.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ProductVersion.Text);
        return (int)ExitCode.Done;
    }
}
