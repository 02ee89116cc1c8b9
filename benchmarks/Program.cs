using SesamTalk.Benchmarks;
using SesamTalk.Benchmarks.Children;
using SesamTalk.Benchmarks.Reporting;

if (args is [ChildProcess.NothingFlag])
{
    return 0;
}

if (args is [ChildProcess.Flag, .. var task])
{
    return await ChildProgram.RunAsync(task);
}

if (Options.Read(args, [.. Suite.Workloads.Select(workload => workload.Name)]) is not { } options)
{
    await Console.Error.WriteLineAsync(Options.Usage);
    return 64;
}

try
{
    var measurements = await new Suite(options).MeasureAsync();
    ResultTable.Lines(measurements).ToList().ForEach(Console.WriteLine);
    if (options.Json is { } file)
    {
        await File.WriteAllTextAsync(file, ResultDocument.Of(options.Repeats, measurements).ToJson());
    }

    return 0;
}
catch (BenchmarkFailedException failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
