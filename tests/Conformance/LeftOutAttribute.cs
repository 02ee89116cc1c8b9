namespace SesamTalk.Conformance;

/// <summary>A suite that is about what a system does not have.</summary>
/// <param name="definition">The definition of the system, by its path in the repository.</param>
/// <param name="suite">The suite.</param>
/// <param name="reason">Why.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class LeftOutAttribute(string definition, Type suite, string reason) : Attribute
{
    public string Definition { get; } = definition;

    public Type Suite { get; } = suite;

    public string Reason { get; } = reason;
}
