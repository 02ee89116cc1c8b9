using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SesamTalk.Cli.CommandLine;

namespace SesamTalk.Cli.Testing;

/// <summary>The options of <c>test</c>.</summary>
internal static class TestOptions
{
    public const string Paths = "PATHS";
    public const string Update = "--update";
    public const string Coverage = "--coverage";
    public const string MinimumCoverage = "--min-coverage";
    public const string Mutants = "--mutants";

    /// <summary>Adds them all.</summary>
    public static void AddTo(Command command)
    {
        command.Add(Tokens.Checked(new Argument<string[]>(Paths) { Description = "Only the tests in these files and folders; a flow file stands for its tests.", Arity = ArgumentArity.ZeroOrMore }));
        SelectorOptions.AddTo(command);
        command.Add(new Option<bool>(Update) { Description = "Rewrite what the tests expect to what is there. Read the difference before you commit it." });
        command.Add(new Option<bool>(Coverage) { Description = "Tell which rows, match rules, conditions and look-up entries no test touches." });
        command.Add(Minimum());
        command.Add(new Option<bool>(Mutants) { Description = "Break each row in turn (drop it, turn it, swap its conversion, drop its condition), and list what no test notices." });
    }

    private static Option<int?> Minimum()
    {
        var option = new Option<int?>(MinimumCoverage) { Description = "End with exit code 1 where tests touch less than this, in percent.", HelpName = "PERCENT", CustomParser = Read };
        return Tokens.Checked(option);
    }

    private static int? Read(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent <= 100)
        {
            return percent;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no percentage from 0 to 100.");
        return null;
    }
}
