using System.Collections.Immutable;
using SesamTalk.Sandbox;

namespace SesamTalk.Cli.Workspaces;

/// <summary>
/// The environment as the files of a sandbox see it: where they ask for <c>SANDBOX_SYSTEM_KEY</c>, such as
/// <c>SANDBOX_EXACT_ONLINE_ADDRESS</c>, and nobody has set that, a stand-in of the system gives it.
/// </summary>
/// <param name="environment">The environment of the process.</param>
internal sealed class StandInRequests(Func<string, string?> environment)
{
    private const string Address = "ADDRESS";

    // Where a stand-in will be is known only when it has started, and that needs the files read.
    private static readonly Uri Somewhere = new("http://127.0.0.1/");

    private readonly HashSet<string> _systems = new(StringComparer.Ordinal);

    /// <summary>The systems whose stand-ins were asked for.</summary>
    public ImmutableArray<string> Systems => [.. StandIns.Names.Where(_systems.Contains)];

    /// <summary>A variable, while the stand-ins are not started: what they will give is some address.</summary>
    public string? Ask(string name)
    {
        if (environment(name) is { } set)
        {
            return set;
        }

        if (StandIns.Names.FirstOrDefault(system => name.StartsWith(PrefixOf(system), StringComparison.Ordinal)) is not { } asked)
        {
            return null;
        }

        _systems.Add(asked);
        return Somewhere.ToString();
    }

    /// <summary>The environment with what started stand-ins give.</summary>
    public Func<string, string?> With(StandIns standIns)
    {
        var given = GivenBy(standIns);
        return name => environment(name) ?? given.GetValueOrDefault(name);
    }

    /// <summary>Whether somebody has said where a system is: then it is not the stand-in that is reached.</summary>
    public bool IsElsewhere(string system) => environment(PrefixOf(system) + Address) is not null;

    /// <summary>The variables that stand-ins give.</summary>
    public static ImmutableDictionary<string, string> GivenBy(StandIns standIns) => standIns.All
        .SelectMany(standIn => standIn.Keys.Append(new(Address, standIn.Address.GetLeftPart(UriPartial.Authority)))
            .Select(key => KeyValuePair.Create(PrefixOf(standIn.System) + key.Key.ToUpperInvariant(), key.Value)))
        .ToImmutableDictionary(StringComparer.Ordinal);

    private static string PrefixOf(string system) => $"SANDBOX_{system.ToUpperInvariant().Replace('-', '_')}_";
}
