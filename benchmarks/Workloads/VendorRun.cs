using SesamTalk.Benchmarks.Vendors;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>W6: the calls that vendors are asked, beside the fewest possible, on a virtual clock with their true limits.</summary>
internal sealed class VendorRun : IWorkload
{
    private static readonly Vendor[] Vendors = [new ExactOnline(), new PowerOfficeGo()];

    public string Name => "w6";

    public bool HasRows => true;

    public async Task<IReadOnlyList<Sample>> MeasureAsync(string folder, long rows)
    {
        var samples = new List<Sample>();
        foreach (var vendor in Vendors)
        {
            samples.AddRange(await MeasureAsync(Path.Combine(folder, vendor.System), vendor, (int)rows));
        }

        return samples;
    }

    private static async Task<List<Sample>> MeasureAsync(string folder, Vendor vendor, int rows)
    {
        var part = Math.Max(1, rows / 100);
        var samples = new List<Sample>();
        await using var bed = await VendorBed.StartAsync(folder, vendor, rows, missing: part);
        samples.Add(await RunAsync(bed, vendor, "first run", isFirst: true));
        samples.Add(await RunAsync(bed, vendor, "no change, right after it", writes: 0));
        samples.Add(await RunAsync(bed, vendor, "no change", writes: 0));
        bed.EditBoth(1, "one");
        samples.Add(await RunAsync(bed, vendor, "one change each way", writes: 2));
        await RunAsync(bed, vendor, "settled", writes: 0);
        bed.EditBoth(part, "many");
        samples.Add(await RunAsync(bed, vendor, "1 % changed each way", writes: 2 * part));
        await RunAsync(bed, vendor, "settled", writes: 0);
        return samples;
    }

    private static async Task<Sample> RunAsync(VendorBed bed, Vendor vendor, string what, bool isFirst = false, long? writes = null)
    {
        var (calls, report, passed) = await bed.RunAsync(isFirst);
        if (writes is { } expected && report.Writes != expected)
        {
            throw new BenchmarkFailedException($"{vendor.System}, {what}: {report.Writes} records were written, and not {expected}.");
        }

        if (calls.Busy > 0)
        {
            throw new BenchmarkFailedException($"{vendor.System}, {what}: {calls.Busy} calls were one too many.");
        }

        await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, bed.Kinds().Prepend($"w6, {vendor.System}, {what}:")));
        return new Sample($"{vendor.System}: {what}", null, passed.TotalSeconds) { Calls = calls, Reads = report.Entities.Sum(entity => entity.Read), Writes = report.Writes };
    }
}
