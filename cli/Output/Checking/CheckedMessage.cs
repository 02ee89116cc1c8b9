using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Cli.Output.Checking;

/// <summary>What a diagnostic says where its place is shown by somebody else.</summary>
internal static class CheckedMessage
{
    /// <summary>The message with what stands behind the caret, and the cure in a line of its own.</summary>
    public static string Of(Diagnostic diagnostic)
    {
        var label = diagnostic.Label is null ? string.Empty : $": {diagnostic.Label}";
        var help = diagnostic.Help is null ? string.Empty : $"{diagnostic.Help}; ";
        return $"{diagnostic.Message}{label}\nhelp: {help}see {DiagnosticText.Page(diagnostic.Code)}";
    }
}
