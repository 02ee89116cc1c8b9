using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>What the description of an entity forbids: told before the database is asked, and in plainer words than it has.</summary>
internal sealed class WriteRules(WriteBatch batch)
{
    private readonly EntityDescription _entity = batch.Entity;
    private readonly int _key = batch.Shape.IndexOf(batch.Entity.Key.Property);
    private readonly PropertyDescription[] _mandatory =
        [.. batch.Entity.Properties.Where(p => p is { Mandatory: true, Access: not WriteAccess.Never } && p.Path != batch.Entity.Key.Property)];

    /// <summary>Why a request cannot be done, or <see langword="null"/>.</summary>
    public string? ProblemOf(WriteRequest request) => _entity.Query is not null
        ? $"{_entity.Name} is read by a query, so nothing can be written to it"
        : request switch
        {
            CreateRequest create => ProblemOfCreate(create),
            UpdateRequest update => ProblemOfUpdate(update),
            _ => _entity.CanDelete ? null : $"records of {_entity.Name} cannot be deleted, as its description says",
        };

    private string? ProblemOfCreate(CreateRequest request)
    {
        if (!_entity.CanCreate)
        {
            return $"records of {_entity.Name} cannot be created, as its description says";
        }

        if (ProblemOfKey(request.Key) is { } problem)
        {
            return problem;
        }

        foreach (var (property, value) in request.Values)
        {
            if (property != _key && ProblemOfValue(batch.Shape.Properties[property], value, WriteAccess.Never) is { } found)
            {
                return found;
            }
        }

        return ProblemOfMissing(request);
    }

    private string? ProblemOfKey(string? key) => (_entity.Key.GivenBy, key) switch
    {
        (KeyGiver.Client, null or "") => $"a record of {_entity.Name} needs a key, and none was given",
        (KeyGiver.System, not null) => $"{_entity.Name} gives its keys itself, so the key '{key}' cannot be taken",
        _ => null,
    };

    private string? ProblemOfMissing(CreateRequest request)
    {
        foreach (var property in _mandatory)
        {
            var place = batch.Shape.IndexOf(property.Path);
            if (place < 0 || !Gives(request, place))
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
        if (!_entity.CanUpdate)
        {
            return $"records of {_entity.Name} cannot be changed, as its description says";
        }

        foreach (var change in request.Changes)
        {
            if (ProblemOfValue(batch.Shape.Properties[change.Property], change.Value, WriteAccess.CreateOnly) is { } found)
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
                ValueKind.Text => ProblemOfText(property, value.AsText),
                ValueKind.List when property.Elements is { } elements => ProblemOfElements(property, elements, value),
                ValueKind.List => $"'{property.Path}' is a column, and a column does not hold a list",
                _ => null,
            };

    private static string? ProblemOfElements(PropertyDescription list, ElementsDescription elements, Value value) => value.AsList
        .SelectMany(element => elements.Properties.Zip(element.AsElement))
        .Where(it => it.First.Access != WriteAccess.Never && it.First.Path != elements.Key)
        .Select(it => ProblemOfValue(it.First with { Access = WriteAccess.Always }, it.Second, WriteAccess.Never))
        .Where(problem => problem is not null)
        .Select(problem => $"an element of '{list.Path}': {problem}")
        .FirstOrDefault();

    private static string? ProblemOfText(PropertyDescription property, string text) =>
        text.Length > property.MaxLength ? $"'{property.Path}' holds at most {property.MaxLength} characters, and {text.Length} were given"
        : text.Length == 0 && property.Mandatory ? $"'{property.Path}' is mandatory, and cannot be emptied"
        : HasHalfCharacter(text) ? $"'{property.Path}' was given a text with half a character (one of two surrogates)"
        : null;

    private static bool HasHalfCharacter(string text)
    {
        var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return true;
            }

            i++;
        }

        return false;
    }
}
