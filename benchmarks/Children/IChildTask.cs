namespace SesamTalk.Benchmarks.Children;

/// <summary>Something that is measured alone in a process of its own, so that time and memory are nobody else's.</summary>
internal interface IChildTask
{
    /// <summary>What it is asked for by.</summary>
    string Name { get; }

    /// <summary>Does it, and tells how long each lap took.</summary>
    Task<ChildReport> RunAsync(ChildArguments arguments);
}
