using System.Collections.Immutable;

namespace SesamTalk.Cli.Workspaces;

/// <summary>The files of a repository that are other than in a revision, or not there any more; those that git does not know yet count.</summary>
/// <param name="Paths">Their absolute paths.</param>
internal sealed record ChangedFiles(ImmutableHashSet<string> Paths)
{
    private const string Cure = "Fetch it first: a shallow clone holds only the newest commits (with GitHub's checkout, say 'fetch-depth: 0').";

    /// <summary>
    /// What changed since a revision. Where the history has parted from it, that is since they parted: what others did there meanwhile is
    /// no change of this side.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="revision">The revision, in any of the ways that git knows.</param>
    /// <param name="folder">A folder of the repository.</param>
    /// <exception cref="StoppedException">There is no git, no repository, or no such revision.</exception>
    public static ChangedFiles Since(Call call, string revision, string folder)
    {
        var top = Ask(call, folder, "rev-parse", "--show-cdup");
        if (top.Code != 0)
        {
            throw new StoppedException(ExitCode.Usage, $"--changed-since needs a git repository, and {folder} is in none: {FirstLine(top.Error)}.");
        }

        var root = Path.GetFullPath(top.Output.Trim() is { Length: > 0 } up ? up : ".", folder);
        if (Ask(call, root, "rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}") is not { Code: 0 } commit)
        {
            throw new StoppedException(ExitCode.Usage, $"There is no revision '{revision}' in the git repository {root}.", Cure);
        }

        var parted = Ask(call, root, "merge-base", commit.Output.Trim(), "HEAD");
        var since = parted.Code == 0 ? parted.Output.Trim() : commit.Output.Trim();
        var changed = Names(call, root, "diff", "--name-only", "--no-renames", "-z", since, "--");
        var unknown = Names(call, root, "ls-files", "--others", "--exclude-standard", "-z");
        return new ChangedFiles([.. changed.Concat(unknown).Select(name => Path.GetFullPath(name, root))]);
    }

    private static string[] Names(Call call, string root, params string[] arguments) => Ask(call, root, arguments) is { Code: 0 } answer
        ? answer.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
        : throw new StoppedException(ExitCode.Usage, $"git does not tell what changed in {root}.", "Try 'git status' there.");

    private static GitAnswer Ask(Call call, string folder, params string[] arguments) => call.Surroundings.Git(folder, arguments)
        ?? throw new StoppedException(ExitCode.Usage, "--changed-since needs git, and there is no program 'git' on this machine.", "Install it, or leave the option out.");

    private static string FirstLine(string text) => text.Split('\n')[0].Trim().TrimEnd('.');
}
