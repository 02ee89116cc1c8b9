using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Tests.Language.Corpus;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class ShippedFlowsTests
{
    [Test]
    public void There_is_nothing_to_say_of_the_flows_that_are_shipped()
    {
        var reading = FlowSetReader.Read(WorkspaceLocator.Find(Repository.Root)!, [new StubConnector()]);

        string.Join('\n', reading.Diagnostics.Select(reading.Render)).Should().BeEmpty();
        reading.Set!.Flows.Should().HaveCount(22);
    }
}
