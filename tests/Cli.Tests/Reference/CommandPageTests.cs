using SesamTalk.Cli.CommandLine;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Reference;

/// <summary>The reference of the commands says what the commands say of themselves.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class CommandPageTests
{
    private const string Page = "docs/reference/commands.md";

    public static IEnumerable<string> Commands => CommandPage.Commands(CommandTree.Create()).Select(CommandTree.NameOf);

    [Test]
    public void The_page_of_the_commands_is_up_to_date() => GoldenFile.CompareWith(Page, CommandPage.Text());

    [TestCaseSource(nameof(Commands))]
    public void A_command_has_its_chapter_with_every_argument_and_option(string name)
    {
        var command = CommandPage.Commands(CommandTree.Create()).Single(it => CommandTree.NameOf(it) == name);
        var page = File.ReadAllText(Path.Combine(Repository.Root, Page));

        var chapter = page.Split("\n## ").Single(part => part.StartsWith($"{name}\n", StringComparison.Ordinal));
        chapter.Replace("\\", string.Empty, StringComparison.Ordinal).Should().Contain(command.Description);
        command.Arguments.Where(argument => !chapter.Contains($"| `{argument.Name}` |", StringComparison.Ordinal)).Should().BeEmpty();
        command.Options.Where(option => !option.Hidden && !option.Recursive && !chapter.Contains($"| `{option.Name}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [TestCaseSource(nameof(Commands))]
    public void What_holds_where_an_option_is_not_given_is_said_in_its_description(string name)
    {
        var command = CommandPage.Commands(CommandTree.Create()).Single(it => CommandTree.NameOf(it) == name);

        foreach (var option in command.Options.Where(option => option.HasDefaultValue && option.ValueType != typeof(bool)))
        {
            option.Description.Should().EndWith($"Default: {option.GetDefaultValue()}.");
        }
    }
}
