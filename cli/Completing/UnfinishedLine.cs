using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;

namespace SesamTalk.Cli.Completing;

/// <summary>A command line that somebody is typing: what is known of it from the words before the cursor.</summary>
/// <param name="Command">The command, as far as it is named.</param>
/// <param name="Awaiting">The option that a value may be meant for, if any.</param>
/// <param name="NeedsValue">Whether nothing else than a value of that option can come.</param>
/// <param name="Arguments">How many arguments of the command are given.</param>
/// <param name="Given">The options that are given.</param>
internal sealed record UnfinishedLine(Command Command, Option? Awaiting, bool NeedsValue, int Arguments, ImmutableArray<Option> Given)
{
    /// <summary>The workspace that the line names, if it does.</summary>
    public string? Workspace { get; private init; }

    /// <summary>The options that may come yet.</summary>
    public IEnumerable<Option> Options => OptionsOf(Command).Where(option => !option.Hidden && (option.ValueType.IsArray || !Given.Contains(option)));

    /// <summary>The argument that comes next, if the command takes one more.</summary>
    public Argument? Argument => Arguments < Command.Arguments.Count ? Command.Arguments[Arguments] : Command.Arguments.LastOrDefault(argument => argument.Arity.MaximumNumberOfValues > 1);

    /// <summary>Reads the words before the one that is being typed.</summary>
    public static UnfinishedLine Read(RootCommand root, IEnumerable<string> words) =>
        words.Aggregate(new UnfinishedLine(root, null, false, 0, []), (line, word) => line.After(word));

    private UnfinishedLine After(string word)
    {
        if (NeedsValue)
        {
            return Filled(word);
        }

        if (word.StartsWith('-'))
        {
            return OptionsOf(Command).FirstOrDefault(option => option.Name == word || option.Aliases.Contains(word)) is { } option
                ? this with { Awaiting = TakesValue(option) ? option : null, NeedsValue = TakesValue(option) && option.Arity.MinimumNumberOfValues > 0, Given = Given.Add(option) }
                : this with { Awaiting = null };
        }

        return Awaiting is not null ? Filled(word)
            : Arguments == 0 && Command.Subcommands.FirstOrDefault(command => command.Name == word) is { } command ? this with { Command = command }
            : this with { Arguments = Arguments + 1 };
    }

    private UnfinishedLine Filled(string value) => this with
    {
        NeedsValue = false,
        Awaiting = Awaiting!.AllowMultipleArgumentsPerToken ? Awaiting : null,
        Workspace = Awaiting.Name == GlobalOptions.Workspace ? value : Workspace,
    };

    private static bool TakesValue(Option option) => option.ValueType != typeof(bool) && option.Arity.MaximumNumberOfValues > 0;

    private static IEnumerable<Option> OptionsOf(Command command)
    {
        var above = command.Parents.OfType<Command>().SelectMany(OptionsOf).Where(option => option.Recursive);
        return command.Options.Concat(above).Distinct();
    }
}
