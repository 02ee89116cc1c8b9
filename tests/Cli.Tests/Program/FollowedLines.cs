namespace SesamTalk.Cli.Tests.Program;

/// <summary>What a program says beside its results, handed on line by line.</summary>
internal sealed class FollowedLines(Action<string> line) : StringWriter
{
    public override void WriteLine(string? value)
    {
        base.WriteLine(value);
        line(value ?? string.Empty);
    }
}
