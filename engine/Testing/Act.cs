using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Testing;

/// <summary>What happens in a test after the first run.</summary>
internal abstract record Act
{
    /// <summary>A user edits the record of a side.</summary>
    internal sealed record Edit(Side Side, TestRecord Record) : Act;

    /// <summary>A user deletes the record of a side.</summary>
    internal sealed record Delete(Side Side) : Act;

    /// <summary>The engine runs.</summary>
    internal sealed record Run : Act;
}
