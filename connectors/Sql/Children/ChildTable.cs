using System.Globalization;
using System.Runtime.CompilerServices;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Sql.Children;

/// <summary>The table that holds the elements of a list: one row an element, with the key of the record that it belongs to.</summary>
internal sealed class ChildTable
{
    private const string ParentPath = "(the record it belongs to)";
    private static readonly ConditionalWeakTable<ElementsDescription, ChildTable> Known = [];

    private ChildTable(EntityDescription owner, PropertyDescription list)
    {
        Elements = list.Elements!;
        var (table, parent, key) = (Given(owner, list, Elements.Table, "table"), Given(owner, list, Elements.Parent, "parent"), Given(owner, list, Elements.Key, "key"));
        var parentProperty = new PropertyDescription(ParentPath, owner.Property(owner.Key.Property)!.Type) { Column = parent };
        Entity = new EntityDescription($"{owner.Name}.{list.Path}", new KeyDescription(key, KeyGiver.Client), [.. Elements.Properties, parentProperty]) { Table = table };
        Shape = new Shape(Entity.Properties);
        Parent = Elements.Properties.Length;
        Key = Elements.IndexOf(key);
        List = list.Path;
        OrderBy = Elements.OrderBy is { } order ? Elements.Property(order)?.Column ?? order : null;
    }

    /// <summary>The elements.</summary>
    public ElementsDescription Elements { get; }

    /// <summary>The property that holds the list.</summary>
    public string List { get; }

    /// <summary>The rows as records of an entity of their own.</summary>
    public EntityDescription Entity { get; }

    /// <summary>The properties of an element and, last, the key of the record that it belongs to.</summary>
    public Shape Shape { get; }

    /// <summary>The place of the record's key in the shape.</summary>
    public int Parent { get; }

    /// <summary>The place of the element's own key in the shape.</summary>
    public int Key { get; }

    /// <summary>The column by which the elements of a record are ordered, where it is not their key.</summary>
    public string? OrderBy { get; }

    /// <summary>The table of the elements of a list.</summary>
    /// <exception cref="SystemRefusedException">The description does not say where they are.</exception>
    public static ChildTable Of(EntityDescription owner, PropertyDescription list) =>
        Known.GetValue(list.Elements!, _ => new ChildTable(owner, list));

    /// <summary>An element of a row.</summary>
    public Value ElementOf(Record row) => Value.Element(row.Values.AsSpan(0, Elements.Properties.Length).ToArray());

    /// <summary>The own key of an element, as text; <see langword="null"/> where it has none yet.</summary>
    public string? KeyOf(Value element) => element.AsElement[Key] is { IsNone: false } key ? key.ToString() : null;

    /// <summary>The key of a new element, where neither its record nor the table gives it: that of the record with a number behind it.</summary>
    public string? NewKey(string record, ISet<string> taken)
    {
        if (Elements.Properties[Key] is not { Type: PropertyType.String, Access: not WriteAccess.Never })
        {
            return null;
        }

        var number = 1;
        string key;
        do
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{record}-{number++}");
        }
        while (!taken.Add(key));
        return key;
    }

    /// <summary>Deletes the elements of a record.</summary>
    public void DeleteOf(Session session, string record)
    {
        var source = session.SourceOf(Entity);
        var delete = session.Prepare($"DELETE FROM {source.Name} WHERE {source[Shape.Properties[Parent]].Quoted} = ?1");
        KeyCell.Bind(delete, 1, Shape.Properties[Parent], record);
        delete.Run();
    }

    private static string Given(EntityDescription owner, PropertyDescription list, string? value, string word) => value ?? throw new SystemRefusedException(
        $"the description of {owner.Name}.{list.Path} does not say the '{word}' of its elements",
        $"Add '{word}' under 'elements' of the property in the entity description.");
}
