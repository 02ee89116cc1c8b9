using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>The values of elements that are sent.</summary>
internal static class ElementValues
{
    /// <summary>What is sent of an element within its record: its key if it has one, and what may be written; of a new element only what it has.</summary>
    public static IEnumerable<(PropertyDescription Property, Value Value)> Given(ElementsDescription elements, Value element)
    {
        var isNew = KeyOf(elements, element) is null;
        return elements.Properties.Zip(element.AsElement).Where(it => it.First.Path == elements.Key
            ? !isNew
            : it.First.Access != WriteAccess.Never && (!isNew || !it.Second.IsNone));
    }

    /// <summary>The key that an element has in its system; <see langword="null"/> for a new one.</summary>
    public static string? KeyOf(ElementsDescription elements, Value element) =>
        elements.Key is { } key && element.AsElement[elements.IndexOf(key)] is { IsNone: false } value ? value.ToString() : null;
}
