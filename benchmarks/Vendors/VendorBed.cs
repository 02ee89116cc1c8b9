using System.Globalization;
using SesamTalk.Engine.Connecting;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.Sandbox;
using SesamTalk.Sandbox.Http;
using SesamTalk.TestKit.Time;

namespace SesamTalk.Benchmarks.Vendors;

/// <summary>The engine, a vendor's stand-in with its true limits, and a clock that nothing moves but waits and the time between runs.</summary>
internal sealed class VendorBed : IAsyncDisposable
{
    // What lies between two runs; less than the life of a token, so that each call that renews one is caused by the run itself.
    private static readonly TimeSpan BetweenRuns = TimeSpan.FromMinutes(5);

    private readonly Vendor _vendor;
    private readonly VendorWorkspace _workspace;
    private readonly FakeClock _clock;
    private readonly CallMeter _meter;
    private readonly StandIn _standIn;
    private readonly FlowSet _set;

    private VendorBed(Vendor vendor, VendorWorkspace workspace, FakeClock clock, CallMeter meter, StandIn standIn)
    {
        (_vendor, _workspace, _clock, _meter, _standIn) = (vendor, workspace, clock, meter, standIn);
        _set = workspace.Read(standIn);
    }

    /// <summary>Starts it.</summary>
    /// <param name="folder">A folder of its own.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="customers">How many customers there are on both sides, beside the sample.</param>
    /// <param name="missing">How many more there are in the company's own system.</param>
    public static async Task<VendorBed> StartAsync(string folder, Vendor vendor, int customers, int missing)
    {
        var workspace = new VendorWorkspace(folder, vendor);
        workspace.Write();
        var minute = TimeSpan.FromMinutes(1).Ticks;
        var clock = new FakeClock(new DateTimeOffset((TimeProvider.System.GetUtcNow().UtcTicks / minute * minute) + minute, TimeSpan.Zero));
        var meter = new CallMeter();
        var standIn = await vendor.StartAsync(new StandInSettings(Path.Combine(folder, "vendor"), clock) { Answered = meter.Note });
        standIn.Edit(vendor.Customers(customers));
        var bed = new VendorBed(vendor, workspace, clock, meter, standIn);
        workspace.Fill(bed._set, customers, missing);
        var system = bed._set.Workspace.Systems.Single(system => system.Name == vendor.System);
        await new Consents(workspace.Connectors, clock).GetAsync(bed._set.Workspace, system, new StandInConsent(), CancellationToken.None);
        return bed;
    }

    /// <summary>Changes customers on both sides: so many on each, not the same ones.</summary>
    public void EditBoth(int count, string text)
    {
        _clock.Advance(BetweenRuns);
        _standIn.Edit(_vendor.Edit(count, text + "-there"));
        _workspace.Edit(_vendor.LocalEdit(count, text + "-here", _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)));
    }

    /// <summary>Runs the flows once.</summary>
    /// <param name="isFirst">Whether everything is to be read.</param>
    /// <returns>The calls, what the run says, and how much time passed on the clock.</returns>
    /// <exception cref="BenchmarkFailedException">The run had findings.</exception>
    public async Task<(CallCount Calls, RunReport Report, TimeSpan Passed)> RunAsync(bool isFirst = false)
    {
        _clock.Advance(BetweenRuns);
        _meter.Clear();
        var (before, since) = (Look(), _clock.GetUtcNow());
        var runner = new Runner(_workspace.Connectors, _clock, new TimeOrderedIdentifiers(_clock));
        var report = await runner.RunAsync(_set, new RunOptions(), null, CancellationToken.None);
        var passed = _clock.GetUtcNow() - since;
        if (report.Findings.Length > 0)
        {
            throw new BenchmarkFailedException($"A run with {_vendor.System} had {report.Findings.Length} findings; the first: {report.Findings[0]}");
        }

        var after = Look();
        var fewest = (isFirst ? before.FewestToReadAll() : _vendor.Entities.Length) + after.FewestToWrite(before);
        return (_meter.Count(_vendor.Rate, fewest), report, passed);
    }

    /// <summary>The calls of the last run, by kind.</summary>
    public IEnumerable<string> Kinds() => _meter.Kinds();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _standIn.DisposeAsync();

    private VendorRecords Look() => VendorRecords.Of(_standIn, _vendor, ColumnsOf);

    private IEnumerable<string> ColumnsOf(string entity) =>
        _set.Flows.Where(flow => flow.Target.Entity.Name == entity).SelectMany(flow => flow.Properties.Where(row => row.Each is null)).Select(row => row.Target);
}
