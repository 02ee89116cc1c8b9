using System.Collections.Immutable;
using SesamTalk.Cli.CommandLine;

namespace SesamTalk.Cli.Output;

/// <summary>Which forms are wanted, and where each goes.</summary>
/// <param name="Forms">At least one; a form without a file goes to the standard output.</param>
/// <param name="Trouble">Why they do not fit together.</param>
internal sealed record FormRequests(ImmutableArray<(string Form, string? File)> Forms, Answer? Trouble = null)
{
    /// <summary>The first file takes the first form, and so on.</summary>
    public static FormRequests Of(string[] formats, string[] files)
    {
        formats = formats.Length == 0 ? [GlobalOptions.Text] : formats;
        if (files.Length > formats.Length)
        {
            return Wrong(formats[0], "There are more --output than --format: each file takes one form.");
        }

        return formats.Length - files.Length > 1
            ? Wrong(formats[0], "Only one form can go to the standard output: give the others an --output.")
            : new FormRequests([.. formats.Select((form, i) => (form, i < files.Length ? files[i] : null))]);
    }

    /// <summary>The form that a command line with mistakes most likely asks for, on the standard output.</summary>
    public static FormRequests Guess(string[] arguments)
    {
        var after = Array.IndexOf(arguments, GlobalOptions.Format) + 1;
        var isJson = (after > 0 && after < arguments.Length && arguments[after] == GlobalOptions.Json)
            || arguments.Contains($"{GlobalOptions.Format}={GlobalOptions.Json}");
        return new FormRequests([(isJson ? GlobalOptions.Json : GlobalOptions.Text, null)]);
    }

    private static FormRequests Wrong(string form, string message) => new([(form, null)], Answer.Failed(ExitCode.Usage, message));
}
