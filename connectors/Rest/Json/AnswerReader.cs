using System.Text.Json;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Json;

/// <summary>Called for each row or record of an answer, with the reader at the beginning of its object; it leaves it at the end.</summary>
internal delegate void RowAction(ref Utf8JsonReader reader);

/// <summary>Reads an answer in one pass, without a document in memory.</summary>
internal ref struct AnswerReader(Envelope envelope, RowAction onRow)
{
    private readonly string?[] _texts = new string?[envelope.Texts];
    private bool _foundRows;
    private bool _foundRecord;

    /// <summary>Reads a whole answer.</summary>
    /// <param name="content">The answer.</param>
    /// <param name="envelope">What is wanted of it.</param>
    /// <param name="onRow">What to do with each row.</param>
    /// <exception cref="SystemUnavailableException">It is not the JSON that it should be.</exception>
    public static FoundParts Read(ReadOnlySpan<byte> content, Envelope envelope, RowAction onRow)
    {
        var json = new Utf8JsonReader(JsonLimits.WithoutMark(content), JsonLimits.Reader);
        var answer = new AnswerReader(envelope, onRow);
        try
        {
            json.Read();
            answer.ReadValue(ref json, envelope.Tree);
            while (json.Read())
            {
            }
        }
        catch (JsonException failure)
        {
            throw new SystemUnavailableException($"its answer is not JSON that can be read: line {failure.LineNumber + 1}, byte {failure.BytePositionInLine}", failure);
        }

        return new FoundParts(answer._foundRows, answer._foundRecord, answer._texts);
    }

    private void ReadValue(ref Utf8JsonReader json, NameNode<EnvelopePart> place)
    {
        var part = place.End;
        if (part is { Text: >= 0 } && json.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
        {
            _texts[part!.Text] = JsonText.Of(ref json);
        }
        else if (part is { IsRows: true } && json.TokenType is JsonTokenType.StartArray or JsonTokenType.Null)
        {
            ReadRows(ref json);
        }
        else if (part is { IsRecord: true } && json.TokenType == JsonTokenType.StartObject)
        {
            _foundRecord = true;
            onRow(ref json);
        }
        else if (json.TokenType == JsonTokenType.StartObject && place.HasChildren)
        {
            ReadObject(ref json, place);
        }
        else
        {
            json.Skip();
        }
    }

    private void ReadObject(ref Utf8JsonReader json, NameNode<EnvelopePart> place)
    {
        var hint = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var child = place.Child(ref json, ref hint);
            json.Read();
            if (child is null)
            {
                json.Skip();
            }
            else
            {
                ReadValue(ref json, child);
            }
        }
    }

    private void ReadRows(ref Utf8JsonReader json)
    {
        _foundRows = true;
        while (json.TokenType != JsonTokenType.Null && json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartObject)
            {
                onRow(ref json);
            }
            else
            {
                throw new JsonException("A row that is no object.");
            }
        }
    }
}
