using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory.Faults;

/// <summary>A record as it would be after a write, for a fault to decide by.</summary>
public sealed class Proposal
{
    private readonly Func<string, Value> _valueOf;

    internal Proposal(string entity, string? key, bool isNew, Func<string, Value> valueOf)
    {
        Entity = entity;
        Key = key;
        IsNew = isNew;
        _valueOf = valueOf;
    }

    /// <summary>The entity.</summary>
    public string Entity { get; }

    /// <summary>The key; <see langword="null"/> where the system is still to give one.</summary>
    public string? Key { get; }

    /// <summary>Whether it is a create.</summary>
    public bool IsNew { get; }

    /// <summary>The value that a property would have.</summary>
    public Value this[string property] => _valueOf(property);
}
