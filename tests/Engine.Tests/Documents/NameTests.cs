using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class NameTests
{
    [TestCase("Customerp Order to Exact Salesorders", "customerp-order-to-exact-salesorders")]
    [TestCase("Blue Desk to ", "blue-desk-to")]
    [TestCase("Shop.com (old) to B&B", "shop-com-old-to-b-b")]
    [TestCase("\u00d8st \u00c6ra \u00c5s Caf\u00e9", "ost-aera-as-cafe")]
    [TestCase("---", "otherwise")]
    public void A_name_is_made_of_small_letters_digits_and_hyphens(string heading, string name) =>
        Slug.Of(heading, "otherwise").Should().Be(name);

    [TestCase("Exact Online Contacts", "exact-online", "Contacts")]
    [TestCase("EXACT Contacts", "exact-online", "Contacts")]
    [TestCase("Exact Online for Two Contacts", "exact-two", "Contacts")]
    public void The_longest_alias_is_the_system_and_what_follows_is_the_entity(string side, string system, string entity)
    {
        NameResolution names = new(
        [
            new KnownSystem("exact-online", ["Exact", "Exact Online"], []),
            new KnownSystem("exact-two", ["Exact Online for Two"], []),
        ]);

        ResolvedSide resolved = new SideResolver(names, "Exact Online").Resolve(side, null);

        resolved.System.Should().Be(system);
        resolved.Entity.Should().Be(entity);
    }

    [Test]
    public void An_alias_is_a_whole_word()
    {
        NameResolution names = new([new KnownSystem("ex", ["Ex"], [])]);

        names.FindStart("Exact Contacts").Should().BeNull();
    }

    [TestCase("id", "id", true)]
    [TestCase("Id", "ID", true)]
    [TestCase("customer.id", "customer.id", true)]
    [TestCase("customer_id", "customer_id", true)]
    [TestCase("customerId", "customerid", true)]
    [TestCase("customer.id", "order.id", false)]
    [TestCase("paid", "paid", false)]
    [TestCase("isPaid", "isPaid", false)]
    [TestCase("is_valid", "is_valid", false)]
    [TestCase("name", "name", false)]
    public void Only_the_same_key_on_both_sides_is_a_reference(string source, string target, bool reference)
    {
        PropertyRow row = new(new PathCell(source, source, []), new PathCell(target, target, []), "\"string\"", 1);
        ResolvedSide side = new("system", "Entity", null, null);

        ReferenceRows.Is(row, "string", side, side).Should().Be(reference);
    }

    [TestCase("boolean")]
    [TestCase("date")]
    [TestCase("decimal")]
    public void What_can_be_no_key_by_its_type_is_no_reference(string type)
    {
        PropertyRow row = new(new PathCell("id", "id", []), new PathCell("id", "id", []), "", 1);
        ResolvedSide side = new("system", "Entity", null, null);

        ReferenceRows.Is(row, type, side, side).Should().BeFalse();
    }
}
