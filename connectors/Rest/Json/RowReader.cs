using System.Globalization;
using System.Text;
using System.Text.Json;
using SesamTalk.Connectors.Rest.Values;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Json;

/// <summary>Reads the properties of one object of JSON into values. What cannot be read is told, and the rest is read all the same.</summary>
internal ref struct RowReader(Value[] values)
{
    private const int MostShown = 60;

    /// <summary>The property that could not be read, the first of them.</summary>
    public string? BadProperty { get; private set; }

    /// <summary>What is wrong with it.</summary>
    public string? Message { get; private set; }

    /// <summary>Reads the object at whose beginning the reader stands.</summary>
    public void Read(ref Utf8JsonReader reader, NameNode<Slot> tree)
    {
        var hint = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var child = tree.Child(ref reader, ref hint);
            reader.Read();
            if (child is null)
            {
                reader.Skip();
            }
            else if (child.End is { } slot)
            {
                ReadSlot(ref reader, slot);
            }
            else if (reader.TokenType == JsonTokenType.StartObject)
            {
                Read(ref reader, child);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadSlot(ref Utf8JsonReader reader, Slot slot)
    {
        if (slot.Elements is { } elements)
        {
            values[slot.Index] = ReadElements(ref reader, elements, elements.Rows, slot);
        }
        else if (reader.TokenType == JsonTokenType.StartArray && slot.Property.Type is PropertyType.List or PropertyType.Any)
        {
            values[slot.Index] = ReadList(ref reader, slot);
        }
        else if (ValueReader.TryRead(ref reader, slot.Property.Type, slot.Form, out var value))
        {
            values[slot.Index] = value;
        }
        else
        {
            Refuse(ref reader, slot);
        }
    }

    private Value ReadList(ref Utf8JsonReader reader, Slot slot)
    {
        var items = new List<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (ValueReader.TryRead(ref reader, PropertyType.Any, slot.Form, out var item))
            {
                items.Add(item);
            }
            else
            {
                Refuse(ref reader, slot);
            }
        }

        return items.Count == 0 ? Value.None : Value.List(items);
    }

    // Where elements are only promised by an address, the list is an object without the place of its elements: no value.
    private Value ReadElements(ref Utf8JsonReader reader, ElementPlan plan, NameNode<object> place, Slot slot)
    {
        if (place.End is not null && reader.TokenType == JsonTokenType.StartArray)
        {
            return ReadElements(ref reader, plan, slot);
        }

        var found = Value.None;
        if (reader.TokenType == JsonTokenType.StartObject && place.HasChildren)
        {
            var hint = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var child = place.Child(ref reader, ref hint);
                reader.Read();
                if (child is null)
                {
                    reader.Skip();
                }
                else
                {
                    found = ReadElements(ref reader, plan, child, slot);
                }
            }

            return found;
        }

        if (reader.TokenType is not (JsonTokenType.Null or JsonTokenType.StartObject))
        {
            Refuse(ref reader, slot);
        }

        reader.Skip();
        return found;
    }

    private Value ReadElements(ref Utf8JsonReader reader, ElementPlan plan, Slot slot)
    {
        var items = new List<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                Refuse(ref reader, slot);
                continue;
            }

            var element = new Value[plan.Count];
            var inner = new RowReader(element);
            inner.Read(ref reader, plan.Tree);
            BadProperty ??= inner.BadProperty is null ? null : slot.Property.Path;
            Message ??= inner.Message is null ? null : $"an element of '{slot.Property.Path}': {inner.Message}";
            items.Add(Value.Element(element));
        }

        return items.Count == 0 ? Value.None : Value.List(items);
    }

    private void Refuse(ref Utf8JsonReader reader, Slot slot)
    {
        BadProperty ??= slot.Property.Path;
        Message ??= string.Create(CultureInfo.InvariantCulture, $"'{slot.Property.Path}' is {Shown(ref reader)}, which is not of the type {slot.Property.Type.ToString().ToLowerInvariant()}");
        reader.Skip();
    }

    private static string Shown(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => JsonText.Of(ref reader) is { } text ? $"'{Short(text)}'" : "a text with half a character (one of two surrogates)",
        _ => Short(Encoding.UTF8.GetString(reader.ValueSpan)),
    };

    private static string Short(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
