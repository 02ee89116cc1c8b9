using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Tests.Language;

internal sealed class NearestNameTests
{
    private static readonly string[] Legal = ["Accounts", "Contacts", "MailAddress.City", "to_target", "to_source", "ID", "id", "x"];

    [TestCase("Acounts", "Accounts", Description = "a letter forgotten")]
    [TestCase("Accoutns", "Accounts", Description = "two letters swapped")]
    [TestCase("accounts", "Accounts", Description = "another case")]
    [TestCase("mail_address_city", "MailAddress.City", Description = "other joints")]
    [TestCase("to-target", "to_target")]
    [TestCase("Id", "ID")]
    public void A_misspelt_name_finds_the_one_that_was_meant(string name, string nearest) =>
        NearestName.Find(name, Legal).Should().Be(nearest);

    [TestCase("Departments")]
    [TestCase("y")]
    [TestCase("")]
    public void A_name_that_is_like_none_finds_none(string name) => NearestName.Find(name, Legal).Should().BeNull();

    [Test]
    public void Among_no_names_none_is_near() => NearestName.Find("Accounts", []).Should().BeNull();
}
