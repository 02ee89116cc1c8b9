using System.CommandLine;
using SesamTalk.Cli.Output;

namespace SesamTalk.Cli;

/// <summary>One call of a command.</summary>
/// <param name="Parsed">What was asked for.</param>
/// <param name="Surroundings">What the machine gives.</param>
/// <param name="Interruption">How it may be asked to end early.</param>
internal sealed record Call(ParseResult Parsed, Surroundings Surroundings, IInterruption Interruption)
{
    /// <summary>Gives an answer at once, for a command that gives several.</summary>
    public required Action<Answer> Emit { get; init; }

    /// <summary>Tells something that is no result.</summary>
    public void Tell(string line) => Surroundings.Error.WriteLine(line);

    /// <summary>A path as given on the command line, absolute.</summary>
    public string PathOf(string given) => Path.GetFullPath(given, Surroundings.Folder);
}
