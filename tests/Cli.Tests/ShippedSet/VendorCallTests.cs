using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>How many calls the whole shipped set takes at the vendors that ration them (clause T2).</summary>
[Clause("T2")]
[Parallelizable(ParallelScope.All)]
public sealed class VendorCallTests
{
    private const string Exact = "exact-online", Go = "poweroffice-go";

    [Test]
    public async Task A_run_without_a_change_takes_a_call_an_entity_and_with_one_each_way_two_more()
    {
        using var world = await ShippedWorld.SettledAsync();
        // Later than what the run that settled it wrote: that is shown once more.
        var clock = new FakeClock(TimeProvider.System.GetUtcNow().AddHours(1));
        await world.CallsOfRunAsync(clock);

        clock.Advance(TimeSpan.FromHours(1));
        var quiet = await world.CallsOfRunAsync(clock);

        Kinds(quiet[Exact]).Should().HaveCount(8 + 2, "eight entities, the mark of the division, and one log of deletes for all");
        Kinds(quiet[Go]).Should().HaveCount(4, "there are four entities");
        EditBoth(world, "custom-erp", "customers SET notes = 'here'", "customer_id", Exact, "Accounts SET Remarks = 'there'", "ID", "customerp-customer-to-exact-accounts");
        EditBoth(world, "custom-crm", "crm_customer SET website = 'here.example'", "id", Go, "Customers SET WebsiteUrl = 'there.example'", "Id", "customcrm-customer-to-powerofficego-customers");

        clock.Advance(TimeSpan.FromHours(1));
        var changed = await world.CallsOfRunAsync(clock);

        changed[Exact].Select(call => call.Method).Should().ContainSingle(method => method == "PUT");
        changed[Exact].Should().HaveCount(10 + 2, "the record is looked at, and written");
        changed[Go].Select(call => call.Method).Should().ContainSingle(method => method == "PATCH");
        changed[Go].Should().HaveCount(4 + 2, "the record is looked at, and written");
        quiet.Concat(changed).SelectMany(calls => calls).Should().NotContain(call => call.Status == 429);
    }

    // One record on each side, each with a counterpart, and not the same.
    private static void EditBoth(ShippedWorld world, string local, string here, string localKey, string vendor, string there, string key, string flow)
    {
        LinkedPair[] links = [.. world.Links().Where(link => link.Flow.Name == flow)];
        world.Execute(local, $"UPDATE {here} WHERE {localKey} = '{KeyOf(links[0].Source)}'");
        world.Execute(vendor, $"UPDATE {there} WHERE {key} = '{KeyOf(links[^1].Target)}'");
    }

    private static string KeyOf(string record) => record[(record.LastIndexOf('/') + 1)..];

    private static IEnumerable<string> Kinds(IEnumerable<AnsweredCall> calls) => calls.Select(call => $"{call.Method} {call.Path} {call.Status}");
}
