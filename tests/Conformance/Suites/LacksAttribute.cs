namespace SesamTalk.Conformance.Suites;

/// <summary>Says which properties of the suite's things have no like in a system, so that there are no values of theirs to try.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LacksAttribute(params string[] properties) : Attribute
{
    public IReadOnlyList<string> Properties { get; } = properties;
}
