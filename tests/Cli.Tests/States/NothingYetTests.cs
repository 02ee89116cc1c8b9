using System.Text;
using SesamTalk.Cli.Tests.Program;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.States;

/// <summary>What is asked of a state that is not there, and of records that are not in it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NothingYetTests
{
    private static readonly string[] Questions =
    [
        "links list", "links show crm/Person/1", "links link crm/Person/1 shop/Customer/11", "links unlink crm/Person/1 shop/Customer/11", "conflicts list", "conflicts show 1",
        "conflicts resolve 1 --take source", "dead-letters list", "dead-letters show crm/Person/1", "dead-letters retry crm/Person/1", "dead-letters drop crm/Person/1",
        "explain crm/Person/1", "explain crm/Person/1 phone", "history crm/Person/1", "undo 1",
    ];

    [Test]
    public async Task Before_the_first_run_every_command_says_how_to_go_on()
    {
        using var workspace = new SmallWorkspace();
        foreach (var question in Questions)
        {
            var result = await workspace.Program().RunAsync(question.Split(' '));

            result.Code.Should().Be(ExitCode.Usage, question);
            result.All.Should().StartWith("--- beside the result\nNothing has run here yet").And.Contain("Next: 'sesamtalk run'.", question);
            File.Exists(workspace.PathOf(".sesamtalk/state.db")).Should().BeFalse();
        }
    }

    [Test]
    public async Task A_state_of_a_company_that_holds_nothing_yet_has_nothing_to_tell()
    {
        using var workspace = new SmallWorkspace();
        await workspace.Program().RunAsync("run");

        GoldenFile.Compare("cli/state/empty.txt", await ToldAsync(workspace, Questions));
    }

    [Test]
    public async Task A_wrong_name_is_told_with_what_was_most_likely_meant()
    {
        using var workspace = new SmallWorkspace().WithPeople();
        await workspace.Program().RunAsync("run");
        string[] names = ["1", "Person/1", "crm/Persn/1", "cmr/Person/1", "Shop/customer/11", "billing/Invoice/1", "crm/Person/99", "crm/Person/"];
        string[] commands = ["explain", "links unlink crm/Person/1"];

        GoldenFile.Compare("cli/state/wrong-names.txt", await ToldAsync(workspace, from command in commands from name in names select $"{command} {name}"));
    }

    private static async Task<string> ToldAsync(SmallWorkspace workspace, IEnumerable<string> lines)
    {
        var told = new StringBuilder();
        foreach (var line in lines)
        {
            told.Append("$ sesamtalk ").Append(line).Append('\n').Append((await workspace.Program().RunAsync(line.Split(' '))).All).Append('\n');
        }

        return told.ToString();
    }
}
