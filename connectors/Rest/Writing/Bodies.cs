using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Values;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>Writes the bodies of requests.</summary>
/// <param name="properties">How values are written.</param>
/// <param name="children">How lists of elements are written.</param>
internal sealed class Bodies(PropertyForms properties, IReadOnlyDictionary<string, ChildForm> children)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON that an action writes.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>An object with the given values.</summary>
    /// <param name="values">The values, by property.</param>
    /// <param name="form">What else belongs in it.</param>
    public BodyNode Object(IEnumerable<(PropertyDescription Property, Value Value)> values, WriteForm? form)
    {
        var body = new BodyNode();
        foreach (var (path, json) in form?.Constants ?? [])
        {
            body.Add(path, writer => writer.WriteRawValue(json));
        }

        foreach (var (property, value) in values.Where(it => properties[it.Property.Path].IsSent))
        {
            body.Add(properties.PlaceOf(property.Path), writer => Write(writer, property, value));
        }

        if (form?.Wrap is not { } wrap)
        {
            return body;
        }

        var outer = new BodyNode();
        outer.Add(wrap, body.Write);
        return outer;
    }

    /// <summary>A JSON patch that makes the changes (RFC 6902).</summary>
    public void WritePatch(Utf8JsonWriter writer, IEnumerable<(PropertyDescription Property, Value Expected, Value Value)> changes, WriteForm form)
    {
        var all = changes.Where(change => properties[change.Property.Path].IsSent).ToList();
        writer.WriteStartArray();
        foreach (var (property, expected, _) in all.Where(_ => form.TestsExpected))
        {
            WriteOperation(writer, "test", property, expected);
        }

        foreach (var (property, _, value) in all)
        {
            WriteOperation(writer, value.IsNone && form.RemovesEmpty ? "remove" : form.SetOperation, property, value);
        }

        writer.WriteEndArray();
    }

    private void WriteOperation(Utf8JsonWriter writer, string operation, PropertyDescription property, Value value)
    {
        writer.WriteStartObject();
        writer.WriteString("op", operation);
        writer.WriteString("path", "/" + string.Join('/', properties.PlaceOf(property.Path).Split('.').Select(Escaped)));
        if (operation != "remove")
        {
            writer.WritePropertyName("value");
            Write(writer, property, value);
        }

        writer.WriteEndObject();
    }

    private void Write(Utf8JsonWriter writer, PropertyDescription property, Value value)
    {
        if (property.Elements is { } elements && value.Kind is ValueKind.List or ValueKind.None)
        {
            WriteElements(writer, property, elements, value);
        }
        else
        {
            ValueWriter.Write(writer, property, value, properties[property.Path]);
        }
    }

    private void WriteElements(Utf8JsonWriter writer, PropertyDescription list, ElementsDescription elements, Value value)
    {
        var forms = children.GetValueOrDefault(list.Path)?.Properties ?? properties with { Special = properties.Special.Clear() };
        var inner = new Bodies(forms, children);
        writer.WriteStartArray();
        foreach (var element in value.IsNone ? [] : value.AsList)
        {
            inner.Object(ElementValues.Given(elements, element), null).Write(writer);
        }

        writer.WriteEndArray();
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
