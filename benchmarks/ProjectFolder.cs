namespace SesamTalk.Benchmarks;

/// <summary>Where the project lies that this program was built in.</summary>
internal static class ProjectFolder
{
    /// <summary>What this program was built into: <c>…/benchmarks/bin/CONFIGURATION/FRAMEWORK</c>.</summary>
    public static DirectoryInfo Output { get; } = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>The root of the project.</summary>
    public static string Root { get; } = Output.Parent!.Parent!.Parent!.Parent!.FullName;
}
