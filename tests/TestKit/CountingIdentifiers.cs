using SesamTalk.Engine.Running;

namespace SesamTalk.TestKit;

/// <summary>Identifiers that are the same in every run of a test: 1, 2, 3.</summary>
public sealed class CountingIdentifiers : IIdentifierSource
{
    private int _last;

    public Guid Next() => new(Interlocked.Increment(ref _last), 0, 0, new byte[8]);
}
