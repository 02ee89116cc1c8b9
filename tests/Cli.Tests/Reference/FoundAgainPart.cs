using System.Text;
using SesamTalk.Cli.Tests.Sandbox;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Cli.Tests.Reference;

/// <summary>The part of a page that tells by what a create in a system is found again whose answer was lost.</summary>
internal static class FoundAgainPart
{
    private const string Head = "\nA record whose creation was interrupted, as by a lost answer, is found again by:\n\n| entity | by |\n|---|---|\n";

    /// <summary>The part of a system of the shipped workspace; empty where nothing can be created.</summary>
    public static string Of(string system)
    {
        var configuration = ShippedFlows.Set.Workspace.Systems.Single(it => it.Name == system);
        var rows = configuration.Entities.Where(entity => entity.CanCreate).OrderBy(entity => entity.Name, StringComparer.Ordinal)
            .Select(entity => $"| {entity.Name} | {By(entity, configuration.Definition!.CapabilitiesOf(entity))} |\n").ToList();
        return rows.Count == 0 ? string.Empty : new StringBuilder(Head).AppendJoin(string.Empty, rows).ToString();
    }

    private static string By(EntityDescription entity, Capabilities capabilities) => capabilities switch
    {
        { KnowsIdempotencyKeys: true } => "itself: it is sent again under the same idempotency key",
        { TakesKeys: true, LooksUpByKey: true } => "the key, which the engine gives",
        { LooksUpByValues: true } when entity.ExternalReference is { } reference => $"`{reference}`, which the engine fills",
        { LooksUpByValues: true } when !entity.NaturalKeys.IsEmpty => string.Join(" or ", entity.NaturalKeys.Select(key => string.Join(" with ", key.Select(path => $"`{path}`")))) + ", where a row fills it",
        _ => "nothing: it [waits for a person](../guides/decide-what-waits.md#what-nobody-knows)",
    };
}
