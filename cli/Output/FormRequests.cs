using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Commands;

namespace SesamTalk.Cli.Output;

/// <summary>Which forms are wanted, and where each goes.</summary>
/// <param name="Forms">At least one; a form without a file goes to the standard output.</param>
/// <param name="Trouble">Why they do not fit together.</param>
internal sealed record FormRequests(ImmutableArray<(string Form, string? File)> Forms, Answer? Trouble = null)
{
    /// <summary>The first file takes the first form, and so on.</summary>
    public static FormRequests Of(ParseResult parsed)
    {
        var forms = (parsed.CommandResult.Command as CommandWithAnswer)?.Forms ?? [GlobalOptions.Text];
        var formats = parsed.GetValue<string[]>(GlobalOptions.Format) is { Length: > 0 } given ? given : [forms[0]];
        var files = parsed.GetValue<string[]>(GlobalOptions.Output) ?? [];
        return formats.FirstOrDefault(form => !forms.Contains(form)) is { } unknown
            ? Wrong(GlobalOptions.Text, UsageErrors.Unknown("a form", unknown, forms), UsageErrors.SeeHelp)
            : Of(formats, files);
    }

    private static FormRequests Of(string[] formats, string[] files)
    {
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

    private static FormRequests Wrong(string form, string message, string? cure = null) =>
        new([(form, null)], Answer.Failed(ExitCode.Usage, message, cure));
}
