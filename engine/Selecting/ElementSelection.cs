using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Selecting;

/// <summary>A property of one element of a list (clause R9): of the first that its discriminator selects, or of the first at all.</summary>
/// <param name="Path">Its path in the record.</param>
/// <param name="List">The list.</param>
/// <param name="Discriminator">The element property that tells the elements apart; none where the first element is meant.</param>
/// <param name="Wanted">What the discriminator holds in the element that is meant.</param>
/// <param name="Property">The property of the element.</param>
internal sealed record ElementSelection(string Path, PropertyDescription List, PropertyDescription? Discriminator, Value Wanted, PropertyDescription Property)
{
    /// <summary>What the path of another property of the same element begins with.</summary>
    public string Prefix => Path[..^Property.Path.Length];

    /// <summary>What a path selects; none where it selects nothing, or cannot.</summary>
    public static ElementSelection? Find(EntityDescription entity, string path) =>
        entity.Property(path) is not null ? null
        : PathReader.Read(path).Path is { } selecting ? Find(entity, selecting)
        : ListBefore(entity, path) is { } list && list.Elements!.Property(path[(list.Path.Length + 1)..]) is { } property ? new(path, list, null, Value.None, property)
        : null;

    /// <summary>The property of a path: the entity's own, or one of an element.</summary>
    public static PropertyDescription? PropertyOf(EntityDescription entity, string path) => entity.Property(path) ?? Find(entity, path)?.Describe();

    /// <summary>The list of elements that a path without a selector goes through.</summary>
    public static PropertyDescription? ListBefore(EntityDescription entity, string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            if (entity.Property(path[..dot]) is { Elements: not null } list)
            {
                return list;
            }
        }

        return null;
    }

    /// <summary>It as a property of the record. A list may lack the element, so that it is never mandatory.</summary>
    public PropertyDescription Describe() => Property with { Path = Path, Access = Access(), Mandatory = false };

    private static ElementSelection? Find(EntityDescription entity, SelectingPath path) =>
        entity.Property(path.List) is { Elements: { } elements } list
        && elements.Property(path.Discriminator) is { } discriminator
        && elements.Property(path.Property) is { } property
        && Coercion.TryCoerce(Value.Text(path.Wanted), discriminator.Type, out var wanted)
            ? new ElementSelection(path.ToString(), list, discriminator, wanted, property)
            : null;

    // An element whose discriminator only the system fills cannot be made, nor can the key of an element be chosen.
    private WriteAccess Access() => Discriminator?.Access == WriteAccess.Never || Property.Path == List.Elements!.Key
        ? WriteAccess.Never
        : (WriteAccess)Math.Max((int)List.Access, (int)Property.Access);
}
