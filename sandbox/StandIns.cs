using System.Collections.Immutable;
using SesamTalk.Sandbox.CrmOffice;
using SesamTalk.Sandbox.CustomPms;
using SesamTalk.Sandbox.ExactOnline;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.PowerOfficeGo;

namespace SesamTalk.Sandbox;

/// <summary>All systems that there are stand-ins of, started together.</summary>
public sealed class StandIns : IAsyncDisposable
{
    private readonly ImmutableArray<StandIn> _all;

    private StandIns(ImmutableArray<StandIn> all) => _all = all;

    /// <summary>The names of the systems that there are stand-ins of.</summary>
    public static ImmutableArray<string> Names { get; } = ["exact-online", "crmoffice", "custom-pms", "poweroffice-go"];

    /// <summary>Those that were started.</summary>
    public IReadOnlyList<StandIn> All => _all;

    /// <summary>Starts stand-ins, each on a port of its own.</summary>
    /// <param name="systems">Which: some of <see cref="Names"/>, each with what it is told.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The stand-ins, listening; the caller disposes them.</returns>
    /// <exception cref="ArgumentException">There is no stand-in of that name.</exception>
    /// <exception cref="IOException">A port is taken, or a database cannot be made.</exception>
    public static async Task<StandIns> StartAsync(IEnumerable<KeyValuePair<string, StandInSettings>> systems, CancellationToken cancellationToken = default)
    {
        var started = ImmutableArray.CreateBuilder<StandIn>();
        try
        {
            foreach (var (system, settings) in systems)
            {
                started.Add(await StartAsync(system, settings, cancellationToken));
            }

            return new StandIns(started.ToImmutable());
        }
        catch
        {
            await new StandIns(started.ToImmutable()).DisposeAsync();
            throw;
        }
    }

    /// <summary>Does what happens by itself, each second by the clock, until it is cancelled: webhooks go out.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Ends it, without an exception.</param>
    public async Task RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                foreach (var exact in _all.OfType<ExactOnlineStandIn>())
                {
                    await exact.DeliverWebhooksAsync(cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var standIn in _all)
        {
            await standIn.DisposeAsync();
        }
    }

    private static async Task<StandIn> StartAsync(string system, StandInSettings settings, CancellationToken cancellationToken) => system switch
    {
        "exact-online" => await ExactOnlineStandIn.StartAsync(new ExactSettings(settings), cancellationToken),
        "crmoffice" => await CrmOfficeStandIn.StartAsync(settings, cancellationToken),
        "custom-pms" => await CustomPmsStandIn.StartAsync(settings, cancellationToken),
        "poweroffice-go" => await PowerOfficeGoStandIn.StartAsync(new GoSettings(settings), cancellationToken),
        _ => throw new ArgumentException($"there is no stand-in of '{system}'", nameof(system)),
    };
}
