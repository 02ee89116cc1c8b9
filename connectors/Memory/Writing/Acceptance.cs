using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Memory.Faults;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Memory.Writing;

/// <summary>What the entity's description forbids: a system in memory holds its callers to it, as a vendor's API would.</summary>
internal static class Acceptance
{
    public static string? OfCreate(MemoryEntity entity, Proposal proposal, IEnumerable<PropertyDescription> given)
    {
        if (!entity.Description.CanCreate)
            return $"405: records of {entity.Description.Name} cannot be created";
        if (proposal.Key is { } key && entity.Table.Find(key) is not null)
            return $"409: a record with the key '{key}' exists already";
        return Forbidden(given, WriteAccess.Never) ?? OfContent(entity, proposal, entity.Description.Properties);
    }

    public static string? OfUpdate(MemoryEntity entity, Proposal proposal, IEnumerable<PropertyDescription> given)
    {
        if (!entity.Description.CanUpdate)
            return $"405: records of {entity.Description.Name} cannot be changed";
        var properties = given.ToList();
        return Forbidden(properties, WriteAccess.Never) ?? Forbidden(properties, WriteAccess.CreateOnly) ?? OfContent(entity, proposal, properties);
    }

    public static string? OfDelete(MemoryEntity entity, Proposal proposal) => entity.Description.CanDelete
        ? entity.System.Faults.Rejection(proposal)
        : $"405: records of {entity.Description.Name} cannot be deleted";

    private static string? Forbidden(IEnumerable<PropertyDescription> given, WriteAccess access) =>
        given.FirstOrDefault(property => property.Access == access) is { } property ? $"400: '{property.Path}' cannot be set" : null;

    private static string? OfContent(MemoryEntity entity, Proposal proposal, IEnumerable<PropertyDescription> properties) => properties
        .Where(property => property.Access != WriteAccess.Never)
        .Select(property => OfValue(entity, property, proposal[property.Path]))
        .FirstOrDefault(message => message is not null) ?? entity.System.Faults.Rejection(proposal);

    private static string? OfValue(MemoryEntity entity, PropertyDescription property, Value value)
    {
        if (IsEmpty(value))
            return property.Mandatory ? $"400: '{property.Path}' is mandatory" : null;
        if (entity.Description.Property(property.Path)?.Elements is { } elements && value.Kind == ValueKind.List)
            return OfElements(entity, elements, value);
        if (value.Kind == ValueKind.Text && value.AsText.Length > property.MaxLength)
            return $"400: '{property.Path}' is longer than {property.MaxLength}";
        var dangles = property.References is { } other && entity.System.Find(other) is { } there && there.Table.Find(value.ToString()) is null;
        return dangles ? $"400: '{property.Path}' refers to '{value}', which is not in {property.References}" : null;
    }

    private static string? OfElements(MemoryEntity entity, ElementsDescription elements, Value list) => list.AsList
        .SelectMany(element => elements.Properties.Zip(element.AsElement))
        .Select(it => OfValue(entity, it.First, it.Second))
        .FirstOrDefault(message => message is not null);

    private static bool IsEmpty(Value value) => value.IsNone || (value.Kind == ValueKind.Text && value.AsText.Length == 0);
}
