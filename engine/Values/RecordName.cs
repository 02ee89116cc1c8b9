namespace SesamTalk.Engine.Values;

/// <summary>Names a record in the world: its entity (<c>system/entity</c>) and its key.</summary>
/// <param name="Entity">The entity, as <c>system/entity</c>.</param>
/// <param name="Key">The key within the entity.</param>
public readonly record struct RecordName(string Entity, string Key)
{
    /// <summary>Reads <c>system/entity/key</c>; a key may hold slashes.</summary>
    /// <returns>The name; none where the text is not of that form.</returns>
    public static RecordName? Read(string text)
    {
        var parts = text.Split('/', 3);
        return parts.Length == 3 && parts.All(part => part.Length > 0) ? new RecordName($"{parts[0]}/{parts[1]}", parts[2]) : null;
    }

    /// <summary>Ordinal order of the names: negative where this one comes first.</summary>
    public int CompareTo(RecordName other)
    {
        var entity = string.CompareOrdinal(Entity, other.Entity);
        return entity != 0 ? entity : string.CompareOrdinal(Key, other.Key);
    }

    /// <summary>The name as <c>system/entity/key</c>.</summary>
    public override string ToString() => $"{Entity}/{Key}";
}
