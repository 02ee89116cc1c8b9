using System.CommandLine;
using System.Diagnostics;
using SesamTalk.Endurance;

var rounds = new Option<int>("--rounds") { Description = "How many runs are killed.", DefaultValueFactory = _ => 200 };
var records = new Option<int>("--records") { Description = "How many records each system has at first.", DefaultValueFactory = _ => 20_000 };
var seed = new Option<int>("--seed") { Description = "What the edits and the moments are drawn from.", DefaultValueFactory = _ => 1 };
var folder = new Option<string>("--folder") { Description = "Where to work; made anew.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "sesamtalk-endurance") };
var command = new RootCommand("Kills runs of the real program at random moments while users edit all databases, and looks at what is left.") { rounds, records, seed, folder };
command.SetAction((parsed, cancellationToken) => RunAsync(
    parsed.GetValue(folder)!, parsed.GetValue(rounds), parsed.GetValue(records), parsed.GetValue(seed), cancellationToken));
return await command.Parse(args).InvokeAsync();

static async Task<int> RunAsync(string folder, int rounds, int records, int seed, CancellationToken cancellationToken)
{
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }

    var random = new Random(seed);
    var firm = new Firm(folder);
    firm.Make(records, random);
    var users = new Users(firm, records * 3 / 2, new Random(seed + 1));
    Console.WriteLine($"seed {seed}: {Firm.Systems.Count} systems of {records} records, {rounds} rounds, in {folder}");
    using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    var editing = users.WorkAsync(stop.Token);
    for (var round = 1; round <= rounds && !cancellationToken.IsCancellationRequested; round++)
    {
        // The first runs have most to do: they are let live longer.
        var time = TimeSpan.FromSeconds(random.NextDouble() * (round <= 10 ? 15 : 3));
        var atWork = await EngineProcess.KillAfterAsync(folder, time);
        Console.WriteLine($"round {round}: {(atWork ? "killed" : "ended before it was to be killed,")} after {time.TotalSeconds:0.00} s, {users.Edits.Count} edits, {users.People} people");
    }

    await stop.CancelAsync();
    await editing;
    return await InspectAsync(firm, users);
}

static async Task<int> InspectAsync(Firm firm, Users users)
{
    var since = Stopwatch.GetTimestamp();
    var (code, said) = await EngineProcess.RunAsync(firm.Folder);
    Console.WriteLine($"the run after the last kill: exit code {code}, {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s");
    var (quietCode, quiet) = await EngineProcess.RunAsync(firm.Folder);
    var isQuiet = quiet.Contains("nothing to do", StringComparison.Ordinal);
    Console.WriteLine($"the run after it: exit code {quietCode}, {(isQuiet ? "it wrote nothing" : "it was not quiet")}");
    var faults = new Inspection(firm, users).Faults();
    foreach (var fault in faults)
    {
        Console.WriteLine(fault);
    }

    var holds = code == 0 && quietCode == 0 && isQuiet && faults.Count == 0;
    Console.WriteLine(holds ? $"all holds: {users.Edits.Count} edits, {users.People} people, nothing lost, nothing twice" : said);
    return holds ? 0 : 1;
}
