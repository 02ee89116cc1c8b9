using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Selecting;

/// <summary>A property of an element, found in the list that a system gives and put into the list that it gets (clause R9).</summary>
internal sealed class SelectedProperty
{
    private readonly Value _wanted;
    private readonly CanonicalForm _form;
    private readonly int _discriminator;
    private readonly int _property;
    private readonly int _width;

    /// <param name="selection">What is selected.</param>
    /// <param name="elements">The elements as they are read.</param>
    public SelectedProperty(ElementSelection selection, ElementsDescription elements)
    {
        _wanted = selection.Wanted;
        _form = selection.Discriminator is { } discriminator ? CanonicalForm.Of(discriminator) : CanonicalForm.Exact;
        _discriminator = selection.Discriminator is { } told ? elements.IndexOf(told.Path) : -1;
        _property = elements.IndexOf(selection.Property.Path);
        _width = elements.Properties.Length;
    }

    /// <summary>What the property holds; no value where the list lacks the element.</summary>
    public Value In(Value list) => PlaceIn(list) is var place and >= 0 ? list.AsList[place].AsElement[_property] : Value.None;

    /// <summary>
    /// The list with another value of the property. An element that is missing is made, behind the others and with its discriminator,
    /// unless there is nothing to put into it.
    /// </summary>
    public Value With(Value list, Value value)
    {
        var place = PlaceIn(list);
        if (place < 0 && CanonicalForm.IsEmpty(value))
        {
            return list;
        }

        var elements = list.Kind == ValueKind.List ? list.AsList.ToList() : [];
        var element = place < 0 ? NewElement() : elements[place].AsElement.ToArray();
        element[_property] = value;
        if (place < 0)
        {
            elements.Add(Value.Element(element));
        }
        else
        {
            elements[place] = Value.Element(element);
        }

        return Value.List(elements);
    }

    // Of several that match, the first in the order in which the system gives them.
    private int PlaceIn(Value list)
    {
        for (var place = 0; list.Kind == ValueKind.List && place < list.AsList.Count; place++)
        {
            if (_discriminator < 0 || _form.Same(list.AsList[place].AsElement[_discriminator], _wanted))
            {
                return place;
            }
        }

        return -1;
    }

    private Value[] NewElement()
    {
        var element = new Value[_width];
        if (_discriminator >= 0)
        {
            element[_discriminator] = _wanted;
        }

        return element;
    }
}
