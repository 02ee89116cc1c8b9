using System.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Cli.CommandLine;

/// <summary>What is wrong with a command line, in plain words.</summary>
internal static class UsageErrors
{
    /// <summary>Where to read on.</summary>
    public const string SeeHelp = "'sesamtalk --help' lists the commands, and 'sesamtalk COMMAND --help' tells about one.";

    /// <summary>The answer to a command line that is not understood; <see langword="null"/> where it is.</summary>
    public static Answer? Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        var messages = MessagesOf(parsed).Distinct(StringComparer.Ordinal);
        return Answer.Failed(ExitCode.Usage, string.Join('\n', messages), SeeHelp);
    }

    /// <summary>What to say of an option that is not there.</summary>
    public static string UnknownOption(string given, IEnumerable<string> options) => Unknown("an option", given, [.. options]);

    /// <summary>What to say of a word that is not one of a few.</summary>
    public static string Unknown(string what, string given, IReadOnlyCollection<string> legal)
    {
        var nearest = NearestName.Find(given, legal);
        return nearest is null ? $"'{given}' is not {what}: there is {string.Join(", ", legal)}." : $"'{given}' is not {what}. Did you mean '{nearest}'?";
    }

    private static IEnumerable<string> MessagesOf(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is { Count: > 0 } tokens)
        {
            return Misspelt(parsed, tokens).Select(token => Unmatched(parsed, token));
        }

        return parsed.CommandResult.Command.Subcommands.Count > 0 ? ["No command is given."]
            : Missing(parsed) is { } missing ? [missing]
            : parsed.Errors.Select(error => Sentence(error.Message));
    }

    private static string? Missing(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var missing = command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 });
        return missing is null ? null : $"'{CommandTree.NameOf(command)}' takes {string.Join(' ', command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues > 0 ? argument.Name : $"[{argument.Name}]"))}: {missing.Name} is not given.";
    }

    // What stands behind an unknown option is most likely its value: one mistake, not two.
    // So is what stands behind an unknown command.
    private static IEnumerable<string> Misspelt(ParseResult parsed, IReadOnlyList<string> tokens) =>
        parsed.CommandResult.Command.Subcommands.Count > 0 && !tokens[0].StartsWith('-') ? tokens.Take(1)
            : tokens.Any(token => token.StartsWith('-')) ? tokens.Where(token => token.StartsWith('-'))
            : tokens;

    private static string Unmatched(ParseResult parsed, string token)
    {
        var command = parsed.CommandResult.Command;
        return token.StartsWith('-') ? UnknownOption(token, Tokens.OptionsAround(parsed.CommandResult))
            : command.Subcommands.Count > 0 ? Unknown("a command", token, [.. command.Subcommands.Select(sub => sub.Name)])
            : $"'{token}' is one word more than '{CommandTree.NameOf(command)}' takes.";
    }

    private static string Sentence(string message) => message.EndsWith('.') || message.EndsWith('?') ? message : message + ".";
}
