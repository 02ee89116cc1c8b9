namespace SesamTalk.Cli;

/// <summary>The program in a process of its own: with the console, the clock and the signals of the machine.</summary>
internal static class Start
{
    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        using var signals = new Signals();
        return (int)await Application.RunAsync(arguments, Surroundings.OfThisProcess(), signals);
    }
}
