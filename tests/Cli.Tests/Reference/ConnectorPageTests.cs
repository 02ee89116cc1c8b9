using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.TestKit.Golden;

namespace SesamTalk.Cli.Tests.Reference;

/// <summary>The reference of the connectors says what they say of themselves.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class ConnectorPageTests
{
    [Test]
    public void The_page_of_the_connectors_is_up_to_date() => GoldenFile.CompareWith("docs/reference/connectors.md", ConnectorPage.Text());

    [Test]
    public void Every_setting_of_a_connector_has_its_line()
    {
        foreach (var setting in ShippedFlows.Connectors().SelectMany(connector => connector.Settings))
        {
            ConnectorPage.Text().Should().Contain($"`{setting.Name}`").And.Contain(setting.Meaning);
        }
    }
}
