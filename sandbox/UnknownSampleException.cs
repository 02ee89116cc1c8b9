namespace SesamTalk.Sandbox;

/// <summary>There is no sample data of that name.</summary>
/// <param name="name">The name that was asked for.</param>
public sealed class UnknownSampleException(string name)
    : Exception($"'{name}' is not a set of sample data; there is: {string.Join(", ", SampleData.Names)}")
{
    /// <summary>The name that was asked for.</summary>
    public string Name { get; } = name;
}
