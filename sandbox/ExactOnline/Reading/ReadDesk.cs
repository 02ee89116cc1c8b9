using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using SesamTalk.Sandbox.ExactOnline.Query;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Reading;

/// <summary>Answers what is read: lists in their two envelopes, single records, counts.</summary>
/// <param name="reader">Reads rows.</param>
/// <param name="form">Writes rows.</param>
/// <param name="time">How times are read.</param>
/// <param name="settings">What was chosen.</param>
internal sealed class ReadDesk(RowReader reader, RowForm form, ExactTime time, ExactSettings settings)
{
    /// <summary>A list, or the number of its rows.</summary>
    public Reply List(Request request, ExactView view, ExactTarget target)
    {
        return List(request, ListQuery.Of(request, view, time), target);
    }

    /// <summary>The lines of a record.</summary>
    public Reply Lines(Request request, ExactView view, ExactTarget target)
    {
        var lines = ExactCatalogue.LinesOf(view.Entity.Name) is { } entity && entity.Name == target.Then ? ExactView.At(entity.Single)! : throw ExactRefusalException.Absent();
        var query = ListQuery.Of(request, lines, time);
        var own = new FilterCondition($"t.\"{lines.Entity.HeadKey}\" = ?", [target.Key], []);
        return List(request, query with { Condition = query.Condition.And(own) }, target);
    }

    private Reply List(Request request, ListQuery query, ExactTarget target)
    {
        var view = query.View;
        if (target.Then == "$count")
        {
            return Reply.Plain(200, reader.Count(query, target.Division).ToString(CultureInfo.InvariantCulture));
        }

        Mandatory.Check(request, query, settings);
        var size = Math.Min(query.Top ?? int.MaxValue, view.PageSize);
        var rows = reader.Page(query, target.Division, size);
        var more = rows.Length > size && (query.Top ?? int.MaxValue) > size;
        var shown = rows.Length > size ? rows[..size] : rows;
        if (view.Kind == ExactViewKind.Sync && settings.RepeatsInSync)
        {
            shown = Repeats.In(shown, query.Fields);
        }

        return Reply.Json(200, json => Write(json, request, query, target, shown, more ? rows[size - 1] : null));
    }

    /// <summary>One record.</summary>
    public Reply One(Request request, ExactView view, ExactTarget target) =>
        Show(request, view, target, ListQuery.FieldsOf(request.Parameter("$select"), view), ListQuery.Expansions(request, view), 200);

    /// <summary>The record with a key, as the answer to something.</summary>
    public Reply Show(Request request, ExactView view, ExactTarget target, ImmutableArray<Field> fields, ImmutableArray<string> expanded, int status)
    {
        var row = reader.One(view.Entity, fields.Insert(0, view.Entity.Table.Key), target.Key!.ToLowerInvariant(), target.Division) ?? throw ExactRefusalException.Absent();
        return Reply.Json(status, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("d");
            WriteRow(json, request, view, fields, expanded, target.Division, row[0], row.AsSpan(1));
            json.WriteEndObject();
        });
    }

    /// <summary>The address of a record.</summary>
    public static string Uri(Request request, ExactView view, int division, object? key)
    {
        var literal = view.Entity.Table.Key.Type == FieldType.Guid ? $"guid'{key}'" : view.Entity.Table.Key.Type == FieldType.Long ? $"{key}L" : $"{key}";
        return $"{request.Host}/api/v1/{division}/{view.Resource}({literal})";
    }

    private void Write(Utf8JsonWriter json, Request request, ListQuery query, ExactTarget target, ImmutableArray<object?[]> rows, object?[]? last)
    {
        // The bare form where $top asks for no more than a page holds.
        var isBare = query.Top <= query.View.PageSize && !query.Counts;
        json.WriteStartObject();
        json.WritePropertyName("d");
        if (!isBare)
        {
            json.WriteStartObject();
            json.WritePropertyName("results");
        }

        json.WriteStartArray();
        foreach (var row in rows)
        {
            WriteRow(json, request, query.View, query.Fields, query.Expanded, target.Division, row[^1], row);
        }

        json.WriteEndArray();
        if (!isBare)
        {
            WriteRest(json, request, query, target, last);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteRest(Utf8JsonWriter json, Request request, ListQuery query, ExactTarget target, object?[]? last)
    {
        if (query.Counts)
        {
            json.WriteString("__count", reader.Count(query, target.Division).ToString(CultureInfo.InvariantCulture));
        }

        if (last is not null)
        {
            json.WriteString("__next", Next(request, query, last));
        }
    }

    private static string Next(Request request, ListQuery query, object?[] last)
    {
        var kept = request.Query.Where(pair => pair.Key is not ("$skiptoken" or "$skip" or "$top")).ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        if (query.Top is { } top)
        {
            kept["$top"] = (top - query.View.PageSize).ToString(CultureInfo.InvariantCulture);
        }

        var cells = last.AsEnumerable().Skip(query.Fields.Length).Select((value, place) => (query.Order[place].Field, value));
        kept["$skiptoken"] = SkipToken.Write(cells);
        return QueryHelpers.AddQueryString(request.Host + request.Path, kept);
    }

    private void WriteRow(
        Utf8JsonWriter json, Request request, ExactView view, ImmutableArray<Field> fields, ImmutableArray<string> expanded, int division, object? key, ReadOnlySpan<object?> row)
    {
        var uri = Uri(request, view, division, key);
        form.Write(json, view, uri, fields, row);
        foreach (var field in fields.Where(field => field.Type == FieldType.Collection && !expanded.Contains(field.Name)))
        {
            RowForm.WriteDeferred(json, field.Name, uri);
        }

        foreach (var name in expanded)
        {
            WriteLines(json, request, name, division, key);
        }

        json.WriteEndObject();
    }

    private void WriteLines(Utf8JsonWriter json, Request request, string name, int division, object? head)
    {
        var view = ExactView.At(ExactCatalogue.Of(name).Single)!;
        var order = ImmutableArray.Create(new OrderTerm(view.Find("LineNumber")!, false), new OrderTerm(view.Entity.Table.Key, false));
        var own = new FilterCondition($"t.\"{view.Entity.HeadKey}\" = ?", [head], []);
        var rows = reader.Page(new ListQuery(view, view.Fields, [], own, order, null, 0, false), division, int.MaxValue - 1);
        json.WriteStartObject(name);
        json.WriteStartArray("results");
        foreach (var row in rows)
        {
            WriteRow(json, request, view, view.Fields, [], division, row[^1], row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
