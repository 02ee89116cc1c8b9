using SesamTalk.Benchmarks.Children;

namespace SesamTalk.Benchmarks.Baselines;

/// <summary>Does nothing: what is left is the start-up of a process.</summary>
internal sealed class Nothing : IChildTask
{
    public string Name => "nothing";

    public Task<ChildReport> RunAsync(ChildArguments arguments) => Task.FromResult(ChildReport.Of(TimeSpan.Zero, 0));
}
