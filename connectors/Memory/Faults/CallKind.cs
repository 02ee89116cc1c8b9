namespace SesamTalk.Connectors.Memory.Faults;

/// <summary>Kinds of calls of a system.</summary>
public enum CallKind
{
    /// <summary>A complete read.</summary>
    CompleteRead,

    /// <summary>A read since a cursor.</summary>
    ReadSince,

    /// <summary>A read of all keys.</summary>
    KeyRead,

    /// <summary>A look-up by key.</summary>
    KeyLookup,

    /// <summary>A look-up by values.</summary>
    ValueLookup,

    /// <summary>A write.</summary>
    Write,
}
