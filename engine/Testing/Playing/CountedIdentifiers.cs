using SesamTalk.Engine.Running;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>Identifiers that are the same in each run of a test.</summary>
internal sealed class CountedIdentifiers : IIdentifierSource
{
    private int _last;

    /// <inheritdoc/>
    public Guid Next() => new(++_last, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
