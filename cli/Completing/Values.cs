using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Commands;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Completing;

/// <summary>What can be typed for an option or an argument: the name that its help gives to the value tells.</summary>
/// <param name="names">The names of the workspace, read when first needed.</param>
internal sealed class Values(Lazy<WorkspaceNames> names)
{
    /// <summary>The values of an option.</summary>
    public IEnumerable<Candidate> Of(Command command, Option option) => option.Name switch
    {
        GlobalOptions.Format => ((command as CommandWithAnswer)?.Forms ?? []).Select(form => new Candidate(form)),
        GlobalOptions.Profile => names.Value.Profiles.Select(profile => new Candidate(profile)),
        _ => Named(option.HelpName ?? string.Empty),
    };

    /// <summary>The values of an argument.</summary>
    public IEnumerable<Candidate> Of(Argument argument) => Named(argument.HelpName ?? argument.Name);

    private IEnumerable<Candidate> Named(string what) => what switch
    {
        "FLOW" or "SELECTOR" => Selectors(),
        "SYSTEM" => names.Value.Systems.Select(system => new Candidate(system)),
        "SOURCE" or "TARGET" or "SYSTEM/ENTITY" or "PROPERTY" => names.Value.Entities.Select(entity => new Candidate(entity)),
        "RECORD" or "OTHER" => names.Value.Entities.Select(entity => new Candidate($"{entity}/")),
        "DIR" => [Candidate.Folders],
        "FILE" or "PATHS" or "DOC" => [Candidate.Files],
        _ when what.Contains('|', StringComparison.Ordinal) => what.Split('|').Select(word => new Candidate(word)),
        _ => [],
    };

    private IEnumerable<Candidate> Selectors() =>
    [
        .. names.Value.Flows.Select(flow => new Candidate(flow)),
        .. names.Value.Systems.Select(system => new Candidate($"system:{system}", "the flows of a system")),
        .. names.Value.Entities.Select(entity => new Candidate($"entity:{entity}", "the flows of an entity")),
    ];
}
