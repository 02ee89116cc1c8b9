namespace SesamTalk.Conformance;

/// <summary>Says of which adapter a conformance fixture is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConformanceOfAttribute : Attribute
{
    /// <summary>A connector, by its own plainest system.</summary>
    public ConformanceOfAttribute(Type connector) => Adapter = connector.Name;

    /// <summary>A definition, by its path in the repository.</summary>
    public ConformanceOfAttribute(string definition) => Adapter = definition;

    public string Adapter { get; }

    /// <summary>The entity, for a fixture beside that of the adapter's usual one: of another kind, with elements, references or codes that are filled up.</summary>
    public string? Entity { get; init; }
}
