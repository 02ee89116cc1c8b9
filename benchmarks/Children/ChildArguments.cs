namespace SesamTalk.Benchmarks.Children;

/// <summary>What a child process is told: <c>name=value</c>.</summary>
internal sealed class ChildArguments(IEnumerable<string> arguments)
{
    private readonly Dictionary<string, string> _values = arguments
        .Select(argument => argument.Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);

    /// <summary>The value of that name.</summary>
    public string this[string name] => _values[name];
}
