using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Sql;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Tests.Sql;

public sealed class SqlConnectorTests
{
    private static readonly EntityDescription Texts = new("Customer", new KeyDescription("id", KeyGiver.Client), [Columns.Key, Columns.Modified]);

    [Test]
    public void It_is_known_as_sql_and_declares_its_settings()
    {
        var connector = new SqlConnector();

        connector.Name.Should().Be("sql");
        connector.Settings.Select(setting => (setting.Name, setting.Mandatory, setting.Default)).Should().Equal(
            ("provider", false, "sqlite"), ("connection", true, null), ("time_zone", false, "UTC"), ("busy_timeout", false, "5s"), ("overlap", false, "2s"));
    }

    [Test]
    public void Changes_are_read_where_a_modification_time_is_described()
    {
        var connector = new SqlConnector();

        connector.CapabilitiesOf(Texts).Should().Match<Capabilities>(c => !c.ReadsSince && !c.GivesModificationTimes);
        connector.CapabilitiesOf(Columns.WithModified(Texts)).Should().Match<Capabilities>(c => c.ReadsSince && c.GivesModificationTimes);
    }

    [Test]
    public void Text_keys_are_read_in_their_order_and_numbers_in_theirs()
    {
        var connector = new SqlConnector();
        var numbers = new EntityDescription("Customer", new KeyDescription("id", KeyGiver.System), [Columns.NumberKey]);

        connector.CapabilitiesOf(Texts).Should().Match<Capabilities>(c => c.ReadsInKeyOrder && c.TakesKeys);
        connector.CapabilitiesOf(numbers).Should().Match<Capabilities>(c => !c.ReadsInKeyOrder && !c.TakesKeys);
    }
}
