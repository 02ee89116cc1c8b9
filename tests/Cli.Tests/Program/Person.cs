namespace SesamTalk.Cli.Tests.Program;

/// <summary>A person before the console, with a browser: opens each address that is shown there.</summary>
/// <param name="open">Opens an address; what it gives is what the person types then.</param>
internal sealed class Person(Func<Uri, Task<string>> open)
{
    private readonly TaskCompletionSource<string> _typed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The keyboard.</summary>
    public TextReader Keyboard => new Typing(_typed.Task);

    /// <summary>What is done in the browser.</summary>
    public Task<string> Browsing => _typed.Task;

    /// <summary>The screen.</summary>
    public StringWriter Watch() => new Screen(this);

    private async Task OpenAsync(Uri address)
    {
        try
        {
            _typed.TrySetResult(await open(address));
        }
        catch (Exception trouble)
        {
            _typed.TrySetException(trouble);
        }
    }

    private sealed class Screen(Person person) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.StartsWith("  http", StringComparison.Ordinal) == true)
                _ = Task.Run(() => person.OpenAsync(new Uri(value.Trim())));
        }
    }

    private sealed class Typing(Task<string> line) : TextReader
    {
        public override string? ReadLine() => line.GetAwaiter().GetResult();
    }
}
