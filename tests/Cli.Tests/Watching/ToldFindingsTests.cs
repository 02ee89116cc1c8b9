using SesamTalk.Cli.Watching;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Tests.Watching;

[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ToldFindingsTests
{
    private readonly ToldFindings _told = new();

    [Test]
    public void A_refusal_is_told_once_though_its_words_differ_each_time()
    {
        var first = new Finding(FindingKind.Refused, "erp", "Invalid client. Trace 1", "Check the secret.");
        var again = first with { Message = "Invalid client. Trace 2" };

        _told.Untold([first]).Should().Equal(first);
        _told.Untold([again]).Should().BeEmpty();
    }

    [Test]
    public void A_refusal_that_asks_for_something_else_is_told()
    {
        var login = new Finding(FindingKind.Refused, "erp", "no", "Check the secret.");
        var consent = login with { Cure = "sesamtalk connect erp" };
        _told.Untold([login]);

        _told.Untold([consent]).Should().Equal(consent);
    }

    [Test]
    public void What_was_gone_for_a_run_is_told_again()
    {
        var finding = new Finding(FindingKind.Unavailable, "erp", "no answer");
        _told.Untold([finding]);
        _told.Untold([]);

        _told.Untold([finding]).Should().Equal(finding);
    }

    [Test]
    public void Another_trouble_of_the_same_system_is_told()
    {
        _told.Untold([new(FindingKind.Unavailable, "erp", "no answer")]);

        _told.Untold([new(FindingKind.Unavailable, "erp", "busy until noon")]).Should().HaveCount(1);
    }
}
