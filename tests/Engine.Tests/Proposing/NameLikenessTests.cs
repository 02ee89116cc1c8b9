using SesamTalk.Engine.Proposing;

namespace SesamTalk.Engine.Tests.Proposing;

[Parallelizable(ParallelScope.All)]
internal sealed class NameLikenessTests
{
    [TestCase("customer_no", "customer number")]
    [TestCase("CustomerNumber", "customer number")]
    [TestCase("VATNumber", "tax-id")]
    [TestCase("vat_no", "tax-id")]
    [TestCase("MailAddress.AddressLine1", "address street")]
    [TestCase("postAddress.postCode", "address postcode")]
    [TestCase("givenName", "first")]
    [TestCase("first_name", "first")]
    [TestCase("OrderID", "order id")]
    [TestCase("address", "address")]
    [TestCase("statuses", "statuse")]
    [TestCase("companies", "company")]
    public void A_name_is_made_of_words_however_it_is_spelt(string name, string words) => string.Join(' ', NameWords.Of(name)).Should().Be(words);

    [TestCase("unit_price", "UnitPrice", 1.0)]
    [TestCase("zip", "postalCode", 1.0)]
    [TestCase("order_no", "Number", 0.9)]
    [TestCase("email", "InvoiceEmailAddress", 0.6)]
    public void Names_of_the_same_words_are_alike(string one, string other, double atLeast) =>
        new NameLikeness(["order"]).Of(NameWords.Of(one), NameWords.Of(other)).Should().BeGreaterThanOrEqualTo(atLeast);

    [TestCase("street", "email")]
    [TestCase("order_date", "OrderNumber")]
    [TestCase("is_active", "is_person")]
    public void Names_that_share_only_what_says_little_are_not(string one, string other) =>
        new NameLikeness(["order"]).Of(NameWords.Of(one), NameWords.Of(other)).Should().BeLessThan(RowProposals.Least);

    [Test]
    public void Likeness_does_not_depend_on_the_side()
    {
        string[] names = ["customer_no", "Code", "name", "subject", "stocked", "IsStockItem", "MailAddress.City", ""];
        var likeness = new NameLikeness(["customer"]);

        foreach (var one in names)
        {
            foreach (var other in names)
            {
                likeness.Of(NameWords.Of(one), NameWords.Of(other)).Should().Be(likeness.Of(NameWords.Of(other), NameWords.Of(one)));
            }
        }
    }
}
