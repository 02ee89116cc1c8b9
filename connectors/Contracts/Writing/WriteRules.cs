using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Writing;

/// <summary>
/// What the description of an entity forbids. An adapter tells it before it asks the system: in plainer words than most systems have,
/// and without a call.
/// </summary>
/// <param name="entity">The entity.</param>
/// <param name="shape">The properties that requests speak of.</param>
/// <param name="takesKeys">Whether a created record takes the key that the client gives (<see cref="Systems.Capabilities.TakesKeys"/>).</param>
public sealed class WriteRules(EntityDescription entity, Shape shape, bool takesKeys)
{
    private readonly int _key = shape.IndexOf(entity.Key.Property);
    private readonly PropertyDescription[] _mandatory =
        [.. entity.Properties.Where(p => p is { Mandatory: true, Access: not WriteAccess.Never } && p.Path != entity.Key.Property)];

    /// <summary>Why a request cannot be done.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What is forbidden, in words for <see cref="Rejected"/>; <see langword="null"/> where nothing is.</returns>
    public string? ProblemOf(WriteRequest request) => request switch
    {
        CreateRequest create => ProblemOfCreate(create),
        UpdateRequest update => ProblemOfUpdate(update),
        _ => entity.CanDelete ? null : $"records of {entity.Name} cannot be deleted, as its description says",
    };

    private string? ProblemOfCreate(CreateRequest request)
    {
        if (!entity.CanCreate)
        {
            return $"records of {entity.Name} cannot be created, as its description says";
        }

        if (ProblemOfKey(request.Key) is { } problem)
        {
            return problem;
        }

        foreach (var (property, value) in request.Values)
        {
            if (property != _key && ProblemOfValue(shape.Properties[property], value, WriteAccess.Never) is { } found)
            {
                return found;
            }
        }

        return ProblemOfMissing(request);
    }

    private string? ProblemOfKey(string? key) => (takesKeys, key) switch
    {
        (true, null or "") => $"a record of {entity.Name} needs a key, and none was given",
        (false, not null) => $"{entity.Name} gives its keys itself, so the key '{key}' cannot be taken",
        _ => null,
    };

    private string? ProblemOfMissing(CreateRequest request)
    {
        foreach (var property in _mandatory)
        {
            if (!Gives(request, shape.IndexOf(property.Path)))
            {
                return $"'{property.Path}' is mandatory, and no value was given";
            }
        }

        return null;
    }

    private static bool Gives(CreateRequest request, int place)
    {
        foreach (var (property, value) in request.Values)
        {
            if (property == place)
            {
                return !value.IsNone;
            }
        }

        return false;
    }

    private string? ProblemOfUpdate(UpdateRequest request)
    {
        if (!entity.CanUpdate)
        {
            return $"records of {entity.Name} cannot be changed, as its description says";
        }

        foreach (var change in request.Changes)
        {
            if (ProblemOfValue(shape.Properties[change.Property], change.Value, WriteAccess.CreateOnly) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? ProblemOfValue(PropertyDescription property, Value value, WriteAccess from) =>
        property.Access >= from
            ? property.Access == WriteAccess.Never
                ? $"'{property.Path}' cannot be written: the system fills it"
                : $"'{property.Path}' cannot be changed: it is written only when a record is created"
            : value.Kind switch
            {
                ValueKind.None => property.Mandatory ? $"'{property.Path}' is mandatory, and cannot be emptied" : null,
                ValueKind.Text => TextRules.ProblemOf(property, value.AsText),
                ValueKind.List when property.Elements is { } elements => ProblemOfElements(property, elements, value),
                _ => null,
            };

    private static string? ProblemOfElements(PropertyDescription list, ElementsDescription elements, Value value) => value.AsList
        .SelectMany(element => elements.Properties.Zip(element.AsElement))
        .Where(it => it.First.Access != WriteAccess.Never && it.First.Path != elements.Key)
        .Select(it => ProblemOfValue(it.First with { Access = WriteAccess.Always }, it.Second, WriteAccess.Never))
        .Where(problem => problem is not null)
        .Select(problem => $"an element of '{list.Path}': {problem}")
        .FirstOrDefault();
}
