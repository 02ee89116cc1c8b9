namespace SesamTalk.Engine.Running;

/// <summary>Where new identifiers come from: keys that the engine gives, names of creates.</summary>
public interface IIdentifierSource
{
    /// <summary>An identifier that was never given before.</summary>
    Guid Next();
}

/// <summary>Identifiers that grow with the time, so that they lie beside each other in an index.</summary>
/// <param name="clock">The time.</param>
public sealed class TimeOrderedIdentifiers(TimeProvider clock) : IIdentifierSource
{
    /// <inheritdoc/>
    public Guid Next() => Guid.CreateVersion7(clock.GetUtcNow());
}
