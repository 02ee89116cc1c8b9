using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>What the description of an entity forbids: told before the system is asked, which saves a call and an entry in its error quota.</summary>
internal sealed class WriteRules(EntityDescription entity, Shape shape, bool takesKeys)
{
    private readonly int _key = shape.IndexOf(entity.Key.Property);

    /// <summary>Why a record cannot be created so, or <see langword="null"/>.</summary>
    public string? ProblemOf(CreateRequest request)
    {
        if (!entity.CanCreate)
        {
            return $"records of {entity.Name} cannot be created, as its description says";
        }

        return ProblemOfKey(request.Key)
            ?? request.Values.Where(value => value.Property != _key).Select(value => ProblemOf(shape.Properties[value.Property], value.Value, WriteAccess.Never)).FirstOrDefault(problem => problem is not null)
            ?? entity.Properties
                .Where(p => p is { Mandatory: true, Access: not WriteAccess.Never } && p.Path != entity.Key.Property && !Gives(request, p.Path))
                .Select(p => $"'{p.Path}' is mandatory, and no value was given").FirstOrDefault();
    }

    /// <summary>Why a record cannot be changed so, or <see langword="null"/>.</summary>
    public string? ProblemOf(UpdateRequest request) => entity.CanUpdate
        ? request.Changes.Select(change => ProblemOf(shape.Properties[change.Property], change.Value, WriteAccess.CreateOnly)).FirstOrDefault(problem => problem is not null)
        : $"records of {entity.Name} cannot be changed, as its description says";

    private string? ProblemOfKey(string? key) => (takesKeys, key) switch
    {
        (true, null or "") => $"a record of {entity.Name} needs a key, and none was given",
        (false, not null) => $"{entity.Name} gives its keys itself, so the key '{key}' cannot be taken",
        _ => null,
    };

    private bool Gives(CreateRequest request, string path) =>
        shape.IndexOf(path) is var place and >= 0 && request.Values.Any(value => value.Property == place && !value.Value.IsNone);

    private static string? ProblemOf(PropertyDescription property, Value value, WriteAccess from) =>
        property.Access >= from
            ? property.Access == WriteAccess.Never
                ? $"'{property.Path}' cannot be written: the system fills it"
                : $"'{property.Path}' cannot be changed: it is written only when a record is created"
            : value.Kind switch
            {
                ValueKind.None => property.Mandatory ? $"'{property.Path}' is mandatory, and cannot be emptied" : null,
                ValueKind.Text => ProblemOfText(property, value.AsText),
                ValueKind.List when property.Elements is { } elements => ProblemOfElements(property, elements, value),
                _ => null,
            };

    private static string? ProblemOfElements(PropertyDescription list, ElementsDescription elements, Value value) => value.AsList
        .SelectMany(element => elements.Properties.Zip(element.AsElement))
        .Where(it => it.First.Access != WriteAccess.Never && it.First.Path != elements.Key)
        .Select(it => ProblemOf(it.First with { Access = WriteAccess.Always }, it.Second, WriteAccess.Never))
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
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
