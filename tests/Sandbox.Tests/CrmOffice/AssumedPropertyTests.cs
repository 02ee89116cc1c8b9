using SesamTalk.Sandbox.Storage;
using SesamTalk.TestKit;

namespace SesamTalk.Sandbox.Tests.CrmOffice;

/// <summary>Whoever has the vendor's own description finds in one place what was assumed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AssumedPropertyTests
{
    private static readonly string[] Known =
    [
        "contacts.givenName", "contacts.familyName", "contacts.directPhone", "contacts.mobilePhone", "contacts.company.id",
        "companies.id", "companies.orgNr", "companies.postAddress.*", "companies.visitAddress.*",
        "activities.subject", "activities.ownerId", "activities.startsAt", "activities.endsAt", "activities.address.*",
        "users.userName",
    ];

    [Checklist("crm-12")]
    [TestCase("companies")]
    [TestCase("contacts")]
    [TestCase("activities")]
    [TestCase("users")]
    public void A_property_that_is_not_known_stands_in_the_readme_as_assumed(string resource)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "sandbox", "CrmOffice", "README.md"));
        var served = FieldFile.Read($"CrmOffice.Fields.{char.ToUpperInvariant(resource[0])}{resource[1..]}").Select(field => field.Name);

        // That there is an id, and modifiedAt, is said of all of them at once.
        var assumed = served.Where(name => name is not ("id" or "modifiedAt") && !Known.Any(known => Fits(known, $"{resource}.{name}")));

        assumed.Where(name => !page.Contains($"`{resource}.{name}`", StringComparison.Ordinal)).Should().BeEmpty();
        page.Should().Contain("`modifiedAt` everywhere");
    }

    private static bool Fits(string known, string name) =>
        known.EndsWith(".*", StringComparison.Ordinal) ? name.StartsWith(known[..^1], StringComparison.Ordinal) : known == name;
}
