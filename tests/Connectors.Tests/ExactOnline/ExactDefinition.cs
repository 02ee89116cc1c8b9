using SesamTalk.TestKit.Vendors;
using SesamTalk.Sandbox.ExactOnline;
using SesamTalk.TestKit;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>The shipped definition and description of Exact Online, for a stand-in.</summary>
internal static class ExactDefinition
{
    private static readonly string Folder = Path.Combine(Repository.Root, "connectors", "ExactOnline");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "exact-online.connector.yaml"));

    public static string Entities { get; } = File.ReadAllText(Path.Combine(Folder, "exact-online.entities.yaml"));

    public static DefinedSystem For(ExactOnlineStandIn exact, string? text = null, string? entities = null) => DefinedSystem.Read(
        text ?? Text,
        entities ?? Entities,
        ("division", $"{ExactOnlineStandIn.Division}"),
        ("address", exact.Address.GetLeftPart(UriPartial.Authority)),
        ("client_id", exact.Keys["client_id"]),
        ("client_secret", exact.Keys["client_secret"]));
}
