using System.Security.Cryptography;
using SesamTalk.Sandbox.CrmOffice;
using SesamTalk.Sandbox.CustomPms;
using SesamTalk.Sandbox.ExactOnline;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.PowerOfficeGo;
using SesamTalk.TestKit.Time;

namespace SesamTalk.TestKit.Vendors;

/// <summary>The systems of the shipped definitions, each with its stand-in.</summary>
internal static class Worlds
{
    /// <summary>Exact Online, to which a person has consented.</summary>
    public static async Task<VendorWorld> ExactAsync(FakeClock clock, params (string Name, string Value)[] settings)
    {
        var folder = await PrepareAsync("exact-online", path => MakeAsync(ExactAsync(path, new FakeClock())));
        var exact = await ExactAsync(folder.Path, clock);
        var world = new VendorWorld(
            exact, clock, folder, ShippedDefinitions.ExactOnline,
            [
                ("division", $"{ExactOnlineStandIn.Division}"), ("address", VendorWorld.AddressOf(exact)),
                ("client_id", exact.Keys["client_id"]), ("client_secret", exact.Keys["client_secret"]), .. settings,
            ]);
        await ConsentAsync(world);
        return world;
    }

    /// <summary>PowerOffice Go.</summary>
    public static Task<VendorWorld> GoAsync(params (string Name, string Value)[] settings) => GoAsync(NewClock(), settings);

    public static async Task<VendorWorld> GoAsync(FakeClock clock, params (string Name, string Value)[] settings)
    {
        var folder = await PrepareAsync("poweroffice-go", path => MakeAsync(GoAsync(path, new FakeClock())));
        var go = await GoAsync(folder.Path, clock);
        return new VendorWorld(
            go, clock, folder, ShippedDefinitions.PowerOfficeGo,
            [("address", VendorWorld.AddressOf(go)), .. go.Keys.Select(key => (key.Key, key.Value)), .. settings]);
    }

    /// <summary>CRMOffice, to which a person has consented.</summary>
    public static Task<VendorWorld> CrmAsync(params (string Name, string Value)[] settings) => CrmAsync(NewClock(), settings);

    public static async Task<VendorWorld> CrmAsync(FakeClock clock, params (string Name, string Value)[] settings)
    {
        var world = await CrmWithoutConsentAsync(clock, settings);
        await ConsentAsync(world);
        return world;
    }

    public static Task<VendorWorld> CrmWithoutConsentAsync() => CrmWithoutConsentAsync(NewClock());

    private static async Task<VendorWorld> CrmWithoutConsentAsync(FakeClock clock, params (string Name, string Value)[] settings)
    {
        var folder = await PrepareAsync("crmoffice", path => MakeAsync(CrmOfficeStandIn.StartAsync(new StandInSettings(path, new FakeClock()))));
        var crm = await CrmOfficeStandIn.StartAsync(new StandInSettings(folder.Path, clock));
        return new VendorWorld(
            crm, clock, folder, ShippedDefinitions.CrmOffice,
            [("address", VendorWorld.AddressOf(crm)), ("tenant_address", VendorWorld.AddressOf(crm)), .. crm.Keys.Select(key => (key.Key, key.Value)), .. settings]);
    }

    /// <summary>A person consents: the browser goes where it is sent.</summary>
    public static async Task ConsentAsync(VendorWorld world)
    {
        using var randomness = RandomNumberGenerator.Create();
        var walk = world.Transport.Consent(randomness)!;
        var request = walk.BeginAtRedirectAddress();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var answer = await browser.GetAsync(request.Address);
        await walk.CompleteAsync(request, answer.Headers.Location!, CancellationToken.None);
    }

    /// <summary>The company's own project management.</summary>
    public static Task<VendorWorld> PmsAsync(params (string Name, string Value)[] settings) => PmsAsync(NewClock(), settings);

    public static async Task<VendorWorld> PmsAsync(FakeClock clock, params (string Name, string Value)[] settings)
    {
        var folder = await PrepareAsync("custom-pms", path => MakeAsync(CustomPmsStandIn.StartAsync(new StandInSettings(path, new FakeClock()))));
        var pms = await CustomPmsStandIn.StartAsync(new StandInSettings(folder.Path, clock));
        return new VendorWorld(
            pms, clock, folder, ShippedDefinitions.CustomPms,
            [("address", VendorWorld.AddressOf(pms)), .. pms.Keys.Select(key => (key.Key, key.Value)), .. settings]);
    }

    private static Task<ExactOnlineStandIn> ExactAsync(string folder, FakeClock clock) => ExactOnlineStandIn.StartAsync(new ExactSettings(new StandInSettings(folder, clock)));

    private static Task<PowerOfficeGoStandIn> GoAsync(string folder, FakeClock clock) => PowerOfficeGoStandIn.StartAsync(new GoSettings(new StandInSettings(folder, clock)));

    private static async Task MakeAsync<T>(Task<T> starting)
        where T : StandIn => await (await starting).DisposeAsync();

    // Later than anything in the sample, with all seven digits after the second in use.
    private static FakeClock NewClock() => new(new DateTimeOffset(2026, 6, 1, 8, 0, 30, TimeSpan.Zero).AddTicks(1234567));

    private static async Task<TemporaryFolder> PrepareAsync(string system, Func<string, Task> make)
    {
        var folder = new TemporaryFolder();
        await SampleFiles.CopyAsync(system, folder.Path, make);
        return folder;
    }
}
