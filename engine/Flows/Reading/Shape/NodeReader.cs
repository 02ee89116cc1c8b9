using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>Shows YAML nodes to the schema validator as JSON; the line number of each token is the number of its node.</summary>
internal sealed class NodeReader : JsonReader, IJsonLineInfo
{
    private readonly NodeTable _table;
    private readonly IEnumerator<Step> _steps;

    private NodeReader(SourceNode root, NodeTable table)
    {
        _table = table;
        _steps = Walk(root, null, false).GetEnumerator();
    }

    /// <inheritdoc/>
    public int LineNumber => _steps.Current.Node;

    /// <inheritdoc/>
    public int LinePosition => 1;

    /// <summary>The nodes as JSON; the table receives them by number.</summary>
    public static JToken ToJson(SourceNode root, NodeTable table)
    {
        using var reader = new NodeReader(root, table);
        return JToken.ReadFrom(reader);
    }

    /// <inheritdoc/>
    public bool HasLineInfo() => true;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (!_steps.MoveNext())
        {
            return false;
        }

        SetToken(_steps.Current.Token, _steps.Current.Value);
        return true;
    }

    private IEnumerable<Step> Walk(SourceNode node, ScalarNode? key, bool isItem)
    {
        var number = _table.Add(node, key, isItem);
        return node switch
        {
            MappingNode mapping => Walk(mapping, number),
            ListNode list => Walk(list, number, key),
            _ => [ScalarStep((ScalarNode)node, number)],
        };
    }

    private IEnumerable<Step> Walk(MappingNode mapping, int number)
    {
        yield return new Step(JsonToken.StartObject, null, number);
        foreach (var entry in mapping.Entries)
        {
            yield return new Step(JsonToken.PropertyName, entry.Key.Text, _table.Add(entry.Key, entry.Key, false));
            foreach (var step in Walk(entry.Value, entry.Key, false))
            {
                yield return step;
            }
        }

        yield return new Step(JsonToken.EndObject, null, number);
    }

    private IEnumerable<Step> Walk(ListNode list, int number, ScalarNode? key)
    {
        yield return new Step(JsonToken.StartArray, null, number);
        foreach (var item in list.Items)
        {
            foreach (var step in Walk(item, key, true))
            {
                yield return step;
            }
        }

        yield return new Step(JsonToken.EndArray, null, number);
    }

    private static Step ScalarStep(ScalarNode scalar, int number) => scalar.Kind switch
    {
        ScalarKind.Null => new Step(JsonToken.Null, null, number),
        ScalarKind.Boolean => new Step(JsonToken.Boolean, scalar.Truth, number),
        ScalarKind.Integer => new Step(JsonToken.Integer, scalar.Integer, number),
        ScalarKind.Number => new Step(JsonToken.Float, scalar.Number, number),
        _ => new Step(JsonToken.String, scalar.Text, number),
    };

    private readonly record struct Step(JsonToken Token, object? Value, int Node);
}
