using System.Globalization;
using System.Runtime.InteropServices;

namespace SesamTalk.Cli;

/// <summary>What is kept of an exception that nobody expected, for whoever mends it.</summary>
internal static class DefectReport
{
    /// <summary>Writes the report.</summary>
    /// <returns>What to tell the user.</returns>
    public static string Write(Exception trouble, string[] arguments, Surroundings surroundings)
    {
        var now = surroundings.Clock.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"sesamtalk-defect-{now:yyyyMMdd-HHmmss}-{System.Environment.ProcessId}.txt");
        var path = Path.Combine(surroundings.ReportFolder, name);
        var lost = TrySave(path, Text(trouble, arguments, surroundings, now));
        return lost is null
            ? $"This is a defect of sesamtalk: {trouble.Message} The report {path} tells more; please send it to the people who maintain the program."
            : $"This is a defect of sesamtalk, and its report could not be written ({lost}):\n{trouble}";
    }

    private static string Text(Exception trouble, string[] arguments, Surroundings surroundings, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        sesamtalk {ProductVersion.Text}
        {now.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC
        {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}
        folder: {surroundings.Folder}
        arguments: {string.Join(' ', arguments)}

        {trouble}

        """);

    private static string? TrySave(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return trouble.Message;
        }
    }
}
