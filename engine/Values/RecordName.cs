namespace SesamTalk.Engine.Values;

/// <summary>Names a record in the world: its entity (<c>system/entity</c>) and its key.</summary>
/// <param name="Entity">The entity, as <c>system/entity</c>.</param>
/// <param name="Key">The key within the entity.</param>
public readonly record struct RecordName(string Entity, string Key)
{
    /// <summary>Ordinal order of the names: negative where this one comes first.</summary>
    public int CompareTo(RecordName other)
    {
        var entity = string.CompareOrdinal(Entity, other.Entity);
        return entity != 0 ? entity : string.CompareOrdinal(Key, other.Key);
    }

    /// <summary>The name as <c>system/entity/key</c>.</summary>
    public override string ToString() => $"{Entity}/{Key}";
}
