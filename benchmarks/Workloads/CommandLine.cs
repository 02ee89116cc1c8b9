using SesamTalk.Benchmarks.Children;

namespace SesamTalk.Benchmarks.Workloads;

/// <summary>The command line as it was built beside this program.</summary>
/// <param name="Assembly">Its assembly.</param>
/// <param name="Root">The root of the project.</param>
internal sealed record CommandLine(string Assembly, string Root)
{
    /// <summary>Finds it; none if it was not built in the configuration of this program.</summary>
    public static CommandLine? Find()
    {
        var output = ProjectFolder.Output;
        var assembly = Path.Combine(ProjectFolder.Root, "cli", "bin", output.Parent!.Name, output.Name, "sesamtalk.dll");
        return File.Exists(assembly) ? new CommandLine(assembly, ProjectFolder.Root) : null;
    }

    /// <summary>Runs it to its end in a folder.</summary>
    public Task<ProgramResult> RunAsync(string folder, params string[] arguments) => ChildProcess.RunProgramAsync("dotnet", folder, [Assembly, .. arguments]);
}
