using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Tests.Contracts;

public sealed class EntityDescriptionTests
{
    private static readonly EntityDescription Customer = new("Customer", new KeyDescription("id", KeyGiver.Client), [new("id", PropertyType.String), new("name", PropertyType.String)]);

    [Test]
    public void A_property_is_found_by_its_path() => Customer.Property("name").Should().BeSameAs(Customer.Properties[1]);

    [Test]
    public void A_copy_with_other_properties_finds_those_and_no_longer_the_ones_of_before()
    {
        Customer.Property("name").Should().NotBeNull();

        var other = Customer with { Properties = [Customer.Properties[0], new("city", PropertyType.String)] };

        other.Property("city").Should().NotBeNull();
        other.Property("name").Should().BeNull();
    }
}
