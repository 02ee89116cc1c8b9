using SesamTalk.Cli.Output;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Workspaces;

/// <summary>An entity that a command names as <c>SYSTEM/ENTITY</c>.</summary>
internal static class NamedEntity
{
    /// <summary>The entity.</summary>
    /// <param name="reading">The workspace.</param>
    /// <param name="workspace">Its systems.</param>
    /// <param name="named">The name.</param>
    /// <exception cref="StoppedException">There is no such system or entity.</exception>
    public static FlowSide Of(FlowSetReading reading, Workspace workspace, string named)
    {
        var cut = named.IndexOf('/', StringComparison.Ordinal);
        var name = cut < 0 ? named : named[..cut];
        var system = ChosenSystems.Of(workspace, [name])[0];
        var entities = system.Entities.Select(entity => entity.Name).ToList();
        if (cut < 0)
        {
            throw new StoppedException(ExitCode.Usage, $"'{named}' names no entity: SYSTEM/ENTITY is asked for.", EntitiesOf(system.Name, entities));
        }

        return system.Entities.FirstOrDefault(entity => entity.Name == named[(cut + 1)..]) is { } found ? new FlowSide(system, found)
            : system.Entities.IsEmpty && reading.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? throw new StoppedException(new Answer(ExitCode.Findings, new Refusal(reading)))
            : throw NotThere(system.Name, named[(cut + 1)..], entities);
    }

    private static StoppedException NotThere(string system, string entity, List<string> entities)
    {
        var question = NearestName.Question(NearestName.Find(entity, entities)) is { } nearest ? $" {char.ToUpperInvariant(nearest[0])}{nearest[1..]}" : string.Empty;
        return new StoppedException(ExitCode.Usage, $"'{entity}' is not an entity of {system}.{question}", EntitiesOf(system, entities));
    }

    private static string EntitiesOf(string system, List<string> entities) => $"Entities of {system}: {string.Join(", ", entities)}.";
}
