namespace SesamTalk.Connectors.Tests.Conformance;

/// <summary>Says which adapter a conformance fixture is about.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConformanceOfAttribute(Type connector) : Attribute
{
    public Type Connector { get; } = connector;
}
