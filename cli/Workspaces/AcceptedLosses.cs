using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Workspaces;

/// <summary>The entities of which a person says that the records which are missing are really gone (clause G2).</summary>
internal static class AcceptedLosses
{
    /// <summary>The name of the option.</summary>
    public const string Name = "--accept-loss";

    /// <summary>The option.</summary>
    public static Option<string[]> Option => Tokens.Checked(new Option<string[]>(Name)
    {
        Description = "The records that this entity lacks are really gone, though it is read empty or lost more than half of them.",
        HelpName = "SYSTEM/ENTITY",
        AllowMultipleArgumentsPerToken = true,
    });

    /// <summary>What a call says.</summary>
    /// <exception cref="StoppedException">No flow that runs is on one of them.</exception>
    public static ImmutableHashSet<string> Of(Call call, ImmutableArray<FlowOutline> flows)
    {
        string[] known = [.. flows.SelectMany(flow => new[] { flow.Source.ToString(), flow.Target.ToString() }).Distinct(StringComparer.Ordinal)];
        ImmutableHashSet<string> said = [.. call.Parsed.GetValue<string[]>(Name) ?? []];
        return said.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new StoppedException(
                ExitCode.Usage,
                $"No flow that runs is on '{unknown}'.{(NearestName.Find(unknown, known) is { } nearest ? $" Did you mean '{nearest}'?" : string.Empty)}",
                $"{Name} takes an entity as SYSTEM/ENTITY.")
            : said;
    }
}
