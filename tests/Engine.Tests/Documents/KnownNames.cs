using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Documents;

namespace SesamTalk.Engine.Tests.Documents;

/// <summary>The systems that the documents of the corpus are held against.</summary>
internal static class KnownNames
{
    public static NameResolution Plain { get; } = new(
    [
        new KnownSystem("nordlys", ["Nordlys Shop", "NordlysShop"], []),
        new KnownSystem("havn", ["Havn Ledger", "Havn"], []),
        new KnownSystem("blue-desk", ["Blue Desk"], []),
        new KnownSystem("wiki", ["Wiki Facts"], []),
    ]);

    public static NameResolution Described { get; } = new(
    [
        new KnownSystem("blue-desk", ["Blue Desk", "BlueDesk"], [Company, Entity("Persons"), Entity("People")]),
        new KnownSystem("havn", ["Havn Ledger", "Havn"], [SalesOrders, Entity("Address"), Entity("Staff")]),
    ]);

    private static EntityDescription Company =>
        Entity("Company", new PropertyDescription("ownerId", PropertyType.String) { References = "Persons" });

    private static EntityDescription SalesOrders =>
        Entity("SalesOrders", new PropertyDescription("ownerId", PropertyType.String) { References = "Staff" });

    private static EntityDescription Entity(string name, params ReadOnlySpan<PropertyDescription> more) =>
        new(name, new KeyDescription("id", KeyGiver.System), [new PropertyDescription("id", PropertyType.String), .. more.ToImmutableArray()]);
}
