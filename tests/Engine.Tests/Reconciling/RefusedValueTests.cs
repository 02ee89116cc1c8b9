using SesamTalk.Engine.Running;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Reconciling;

public sealed class RefusedValueTests
{
    private const string Rows = "name = name; mail = mail; phone = phone via number";

    [Test]
    [Clause("W4")]
    public async Task A_value_that_cannot_be_converted_is_told_and_neither_passed_nor_dropped()
    {
        using var world = await People.SettledAsync(Rows);
        world.Edit("erp/Person/p1", "phone", "seven");

        var report = await world.RunAsync();

        report.Findings.Should().ContainSingle(f => f.Kind == FindingKind.Rejected).Which.Message.Should().Be("phone: 'seven' is no number of at most 28 digits");
        (world.Value("erp/Person/p1", "phone"), world.Value("crm/Contact/c1", "phone")).Should().Be(("seven", "1"));
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("W4")]
    public async Task It_is_tried_again_when_it_changes()
    {
        using var world = await People.SettledAsync(Rows);
        world.Edit("erp/Person/p1", "phone", "seven");
        await world.RunAsync();
        world.Edit("erp/Person/p1", "phone", "007");

        await world.RunAsync();

        world.Value("crm/Contact/c1", "phone").Should().Be("7");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    [Test]
    [Clause("R6")]
    public async Task A_source_that_cannot_be_converted_is_emptied_where_its_target_is()
    {
        using var world = await People.SettledAsync(Rows);
        world.Edit("erp/Person/p1", "phone", "seven");
        await world.RunAsync();
        world.Edit("crm/Contact/c1", "phone", string.Empty);

        await world.RunAsync();

        world.Value("erp/Person/p1", "phone").Should().BeNullOrEmpty();
    }
}
