using System.Text.RegularExpressions;
using SesamTalk.Connectors.Systems;
using SesamTalk.TestKit;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.Vendors;

/// <summary>What the shipped definitions say as a whole.</summary>
public sealed partial class ShippedDefinitionTests
{
    private static readonly string[] Known = ["address", "tenant_address", "client_id", "client_secret", "companies_path", "envelope"];

    [Test]
    public async Task Every_entity_that_is_described_has_a_definition()
    {
        foreach (var start in new Func<Task<VendorWorld>>[] { () => Worlds.GoAsync(), () => Worlds.CrmAsync(), () => Worlds.PmsAsync() })
        {
            await using var world = await start();

            world.Definition.Entities.Keys.Should().BeEquivalentTo(world.Entities.Select(entity => entity.Name));
        }
    }

    [Test]
    public async Task What_a_vendor_can_do_is_what_is_known_of_it()
    {
        await using var go = await Worlds.GoAsync();
        await using var crm = await Worlds.CrmAsync();
        await using var pms = await Worlds.PmsAsync();

        Said(go.Capabilities("Customers")).Should().Be("since keys by-key by-values stored");
        Said(go.Capabilities("ContactPersons")).Should().Be("since keys by-key by-values stored");
        Said(go.Capabilities("Products")).Should().Be("since keys by-key by-values stored");
        Said(go.Capabilities("SalesOrders")).Should().Be("since keys by-key by-values");
        Said(crm.Capabilities("Companies")).Should().Be("since by-key by-values stored");
        Said(crm.Capabilities("Contacts")).Should().Be("since by-key stored");
        Said(pms.Capabilities("Customer")).Should().Be("since by-key by-values takes-keys stored");
    }

    [Test]
    public void All_that_nobody_established_of_CRMOffice_is_marked_as_unconfirmed()
    {
        var settings = Setting().Matches(File.ReadAllText(Path.Combine(Repository.Root, "connectors/CrmOffice/crmoffice.connector.yaml")));

        settings.Should().HaveCountGreaterThan(20);
        settings.Where(setting => !setting.Value.Contains("unconfirmed: true", StringComparison.Ordinal)).Select(setting => setting.Groups[1].Value).Should().BeEquivalentTo(Known);
    }

    private static string Said(Capabilities capabilities) => string.Join(' ', new (bool Has, string Word)[]
    {
        (capabilities.ReadsSince, "since"), (capabilities.ReadsKeys, "keys"), (capabilities.TellsDeletes, "deletes"), (capabilities.LooksUpByKey, "by-key"),
        (capabilities.LooksUpByValues, "by-values"), (capabilities.WritesConditionally, "conditional"), (capabilities.TakesKeys, "takes-keys"),
        (capabilities.AnswersWithStoredState, "stored"),
    }.Where(it => it.Has).Select(it => it.Word));

    [GeneratedRegex(@"^  ([a-z_]+): \{ meaning: .*\}$", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
