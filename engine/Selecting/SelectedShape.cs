using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Engine.Selecting;

/// <summary>
/// A shape in which some properties are those of elements, over the shape in which a system is asked for their lists: what is read is
/// projected from the one into the other.
/// </summary>
internal sealed class SelectedShape
{
    private readonly SelectedProperty?[] _selected;
    private readonly int[] _places;
    private readonly HashSet<string> _lists;

    private SelectedShape(Shape shape, ElementSelection?[] selections)
    {
        PropertyDescription[] lists = [.. selections.OfType<ElementSelection>().GroupBy(selection => selection.List.Path).Select(Narrowed)];
        Asked = new Shape([.. shape.Properties.Where((_, place) => selections[place] is null), .. lists]);
        _lists = [.. lists.Select(list => list.Path)];
        _places = [.. shape.Properties.Select((property, place) => Asked.IndexOf(selections[place]?.List.Path ?? property.Path))];
        _selected = [.. selections.Select((selection, place) => selection is null ? null : new SelectedProperty(selection, Asked.Properties[_places[place]].Elements!))];
    }

    /// <summary>What the system is asked for.</summary>
    public Shape Asked { get; }

    /// <summary>The shape over that of the system; none where it selects nothing.</summary>
    public static SelectedShape? Of(EntityDescription entity, Shape shape)
    {
        ElementSelection?[] selections = [.. shape.Properties.Select(property => ElementSelection.Find(entity, property.Path))];
        return Array.Exists(selections, selection => selection is not null) ? new SelectedShape(shape, selections) : null;
    }

    /// <summary>The place of a property, or of the list that it is selected from, in what the system is asked for.</summary>
    public int PlaceOf(int property) => _places[property];

    /// <summary>How a property is selected; none where it is the record's own.</summary>
    public SelectedProperty? this[int property] => _selected[property];

    /// <summary>What a property holds in a record that the system gave.</summary>
    public Value ValueIn(Record record, int property)
    {
        var value = record.Values[_places[property]];
        return _selected[property]?.In(value) ?? value;
    }

    /// <summary>A record that the system gave.</summary>
    public Record Project(Record record) => record with { Values = [.. Enumerable.Range(0, _places.Length).Select(place => ValueIn(record, place))] };

    /// <summary>Records that the system gave. A fault of a list is told of no property: which of those selected from it was meant is not known.</summary>
    public RecordBatch Project(RecordBatch batch) => batch with
    {
        Records = [.. batch.Records.Select(Project)],
        Faults = [.. batch.Faults.Select(fault => fault.Property is { } property && _lists.Contains(property) ? fault with { Property = null } : fault)],
    };

    /// <summary>What the system answered to a write.</summary>
    public WriteOutcome Project(WriteOutcome outcome) => outcome switch
    {
        Written { Stored: { } stored } written => written with { Stored = Project(stored) },
        Changed { Current: { } current } => new Changed(Project(current)),
        _ => outcome,
    };

    // Where elements have keys the rest of them is left alone; where not, a list that is written replaces what was there.
    private static PropertyDescription Narrowed(IGrouping<string, ElementSelection> selections)
    {
        var list = selections.First().List;
        var elements = list.Elements!;
        var needed = selections.SelectMany(it => new[] { it.Property.Path, it.Discriminator?.Path }).Append(elements.Key).ToHashSet();
        return elements.Key is null
            ? list
            : list with { Elements = elements with { Properties = elements.Properties.RemoveAll(property => !needed.Contains(property.Path)) } };
    }
}
