using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Selecting;

/// <summary>An ERP that holds telephone numbers in properties, and a CRM that holds them in a list.</summary>
internal static class SelectedWorld
{
    public const string Erp = "erp/Person/p1";
    public const string Crm = "crm/Contact/c1";
    public const string Mobile = "phones[kind=mobile].number";
    public const string Rows = $"mail = mail; mobile = {Mobile}; office = phones[kind=work].number";

    /// <summary>Two systems, and no record yet.</summary>
    public static World Empty(string rows = Rows) => new World()
        .System("erp", 30, "Person: mail email, mobile, office, label, kind")
        .System("crm", 20, "Contact: mail email, phones[kind + number + label], note")
        .Flow("people", "erp/Person", "crm/Contact", rows, "mail");

    /// <summary>Anna on both sides, linked and settled.</summary>
    public static async Task<World> SettledAsync(string phones, string erp = "mobile: 1", string rows = Rows)
    {
        var world = Empty(rows).Add(Erp, $"mail: a@x.no, {erp}").Add(Crm, $"mail: a@x.no, phones: {phones}");
        await world.RunAsync();
        return world;
    }

    /// <summary>The telephone numbers of the CRM, in their order.</summary>
    public static IReadOnlyList<string> Phones(this World world) => world.Elements(world.Only("crm/Contact"), "phones");
}
