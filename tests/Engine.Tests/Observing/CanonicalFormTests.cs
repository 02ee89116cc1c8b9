using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Observing;

[Clause("O4")]
public sealed class CanonicalFormTests
{
    [TestCase("string", "  Anna ", "Anna", TestName = "Outer_white_space_does_not_count")]
    [TestCase("string", "A\u030Asa", "\u00C5sa", TestName = "Composed_and_decomposed_letters_are_the_same")]
    [TestCase("string", "", null, TestName = "Empty_text_is_no_value")]
    [TestCase("string", "   ", null, TestName = "Blank_text_is_no_value")]
    [TestCase("string email", "Anna@X.no", "anna@x.NO", TestName = "Mail_addresses_have_no_case")]
    [TestCase("decimal", "1.50", "1.5", TestName = "Numbers_are_compared_by_value")]
    [TestCase("datetime", "2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05Z", TestName = "Instants_are_compared_at_the_coarser_precision")]
    public async Task Same_in_canonical_form(string type, string erp, string? crm)
    {
        using var world = People.TwoSystems($"it {type}, no", $"it {type}{(type == "datetime" ? " seconds" : "")}, no")
            .Flow("people", "erp/Person", "crm/Contact", "it = it; no = no", "no");
        world.Add("erp/Person/p1", "no: 1").Add("crm/Contact/c1", "no: 1");
        world.Edit("erp/Person/p1", "it", erp).Edit("crm/Contact/c1", "it", crm);
        var (before, after) = (world.Value("erp/Person/p1", "it"), world.Value("crm/Contact/c1", "it"));

        (await world.CountWritesAsync()).Should().Be(0);
        world.Links("people").Should().ContainSingle();
        world.Value("erp/Person/p1", "it").Should().Be(before, "comparing never changes what is stored");
        world.Value("crm/Contact/c1", "it").Should().Be(after);
        world.Conflicts().Should().BeEmpty();
    }

    [TestCase("string", "Anna", "anna", TestName = "Text_has_case")]
    [TestCase("string", "An na", "Anna", TestName = "Inner_white_space_counts")]
    [TestCase("decimal", "1.5", "1.51", TestName = "Numbers_that_differ_differ")]
    [TestCase("datetime", "2026-01-02T03:04:05Z", "2026-01-02T03:04:06Z", TestName = "Instants_a_step_apart_differ")]
    public async Task Different_in_canonical_form(string type, string erp, string crm)
    {
        using var world = People.TwoSystems($"it {type}, no", $"it {type}, no")
            .Flow("people", "erp/Person", "crm/Contact", "it = it; no = no", "no");
        world.Add("erp/Person/p1", $"no: 1, it: {erp}").Add("crm/Contact/c1", $"no: 1, it: {crm}");

        (await world.CountWritesAsync()).Should().Be(1);
    }

    [Test]
    public async Task A_whole_number_and_a_decimal_of_the_same_value_are_the_same()
    {
        using var world = People.TwoSystems("it integer, no", "it decimal, no").Flow("people", "erp/Person", "crm/Contact", "it = it; no = no", "no");
        world.Add("erp/Person/p1", "no: 1, it: 7").Add("crm/Contact/c1", "no: 1, it: 7.00");

        (await world.CountWritesAsync()).Should().Be(0);
    }
}
