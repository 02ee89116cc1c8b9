using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SesamTalk.Cli.CommandLine;

/// <summary>
/// Keeps misspelt options from being taken for values: the parser would swallow <c>--formt</c> as one more path of a list.
/// </summary>
internal static class Tokens
{
    /// <summary>An option whose values never begin with a dash.</summary>
    public static Option<T> Checked<T>(Option<T> option)
    {
        option.Validators.Add(Check);
        return option;
    }

    /// <summary>An argument whose values never begin with a dash.</summary>
    public static Argument<T> Checked<T>(Argument<T> argument)
    {
        argument.Validators.Add(Check);
        return argument;
    }

    /// <summary>An argument that is a number, as the lists and reports tell it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="what">What is numbered.</param>
    /// <param name="description">What it is, for the help.</param>
    public static Argument<long> Number(string name, string what, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (!long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                result.AddError($"'{result.Tokens[0].Value}' is no number of {what}.");
            }

            return number;
        },
    };

    /// <summary>The options that a person may have meant at some place of the command line.</summary>
    public static IEnumerable<string> OptionsAround(SymbolResult place)
    {
        for (var at = place; at is not null; at = at.Parent)
        {
            foreach (var option in (at as CommandResult)?.Command.Options ?? [])
            {
                yield return option.Name;
            }
        }
    }

    /// <summary>The command that an option or argument was given to.</summary>
    public static Command? CommandOf(SymbolResult place)
    {
        var at = place.Parent;
        while (at is not null and not CommandResult)
        {
            at = at.Parent;
        }

        return (at as CommandResult)?.Command;
    }

    private static void Check(SymbolResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value is ['-', _, ..]))
        {
            result.AddError(UsageErrors.UnknownOption(token.Value, OptionsAround(result)));
        }
    }
}
