using System.Collections.Immutable;
using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Testing.Playing;

/// <summary>What a test states of a record, as the values that the record has in its system.</summary>
internal static class RecordValues
{
    /// <summary>The values, one a property of the entity; a path that selects an element is put into its list.</summary>
    /// <param name="record">What is stated.</param>
    /// <param name="entity">The entity.</param>
    /// <param name="present">What a list holds that is there already.</param>
    public static IReadOnlyList<(string Property, Value Value)> Of(TestRecord record, EntityDescription entity, Func<string, Value> present)
    {
        var values = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var stated in record.Values)
        {
            if (ElementSelection.Find(entity, stated.Path) is { } selection)
            {
                var list = values.TryGetValue(selection.List.Path, out var begun) ? begun : present(selection.List.Path);
                values[selection.List.Path] = new SelectedProperty(selection, selection.List.Elements!).With(list, stated.Value);
            }
            else
            {
                values[stated.Path] = stated.Elements is { } elements ? List(elements, entity.Property(stated.Path)!.Elements!) : stated.Value;
            }
        }

        return [.. values.Select(value => (value.Key, value.Value))];
    }

    /// <summary>What a property of a record holds, its own or one that a path selects.</summary>
    public static Value Find(EntityDescription entity, string path, Func<string, Value> present) => ElementSelection.Find(entity, path) is { } selection
        ? new SelectedProperty(selection, selection.List.Elements!).In(present(selection.List.Path))
        : present(path);

    private static Value List(ImmutableArray<TestRecord> elements, ElementsDescription description) =>
        elements.IsEmpty ? Value.None : Value.List([.. elements.Select((element, place) => Element(element, description, place + 1))]);

    private static Value Element(TestRecord element, ElementsDescription description, int number) => Value.Element(
        [.. description.Properties.Select(property => element.Find(property.Path)?.Value ?? (property.Path == description.Key ? KeyOf(property, number) : Value.None))]);

    // A system gives its elements keys, whoever adds them.
    private static Value KeyOf(PropertyDescription key, int number) =>
        key.Type == PropertyType.Integer ? Value.Integer(number) : Value.Text(number.ToString(CultureInfo.InvariantCulture));
}
