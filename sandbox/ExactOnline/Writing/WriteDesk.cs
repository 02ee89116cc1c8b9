using SesamTalk.Sandbox.ExactOnline.Reading;
using SesamTalk.Sandbox.ExactOnline.Webhooks;
using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;
using SesamTalk.Sqlite;

namespace SesamTalk.Sandbox.ExactOnline.Writing;

/// <summary>Answers what is written: POST, PUT of what changed, DELETE.</summary>
/// <param name="database">The database.</param>
/// <param name="bodies">Reads bodies.</param>
/// <param name="rules">The rules of the business.</param>
/// <param name="effects">What is filled in.</param>
/// <param name="read">Shows what was made.</param>
/// <param name="webhooks">Is told of new subscriptions.</param>
internal sealed class WriteDesk(StandInDatabase database, BodyReader bodies, Rules rules, SideEffects effects, ReadDesk read, WebhookDesk webhooks)
{
    /// <summary>Makes a record.</summary>
    public Reply Create(Request request, ExactView view, ExactTarget target)
    {
        var record = bodies.Read(request.Body, view.Entity);
        var subscribes = view.Entity.Name == "WebhookSubscriptions";
        if (subscribes)
        {
            WebhookDesk.Check(record);
        }

        var key = Guarded(() => Create(view.Entity, record, target.Division));
        if (subscribes)
        {
            webhooks.Add(key, (string)record["CallbackURL"]!);
        }

        var made = target with { Key = key };
        return request.Header("Prefer").Contains("return=representation", StringComparison.OrdinalIgnoreCase) || view.Entity.ShowsCreated
            ? read.Show(request, view, made, view.Fields, [], 201)
            : KeyOnly(request, view, made);
    }

    /// <summary>Changes the fields that the body names.</summary>
    public Reply Update(Request request, ExactView view, ExactTarget target)
    {
        var key = Existing(view, target);
        var record = bodies.Read(request.Body, view.Entity);
        return Guarded(() =>
        {
            rules.CheckUpdate(view.Entity, record, key);
            RowEdits.Update(database, view.Entity.Name, view.Entity.Table.Key.Name, key, record.Values);
            RowEdits.Recompute(database, view.Entity.Table, key);
            return Reply.Nothing(204);
        });
    }

    /// <summary>Deletes a record, and its lines with it.</summary>
    public Reply Delete(ExactView view, ExactTarget target)
    {
        var key = Existing(view, target);
        return Guarded(() =>
        {
            rules.CheckDelete(view.Entity, key);
            if (ExactCatalogue.LinesOf(view.Entity.Name) is { } lines)
            {
                RowEdits.Delete(database, lines.Name, lines.HeadKey!, key);
            }

            RowEdits.Delete(database, view.Entity.Name, view.Entity.Table.Key.Name, key);
            return Reply.Nothing(204);
        });
    }

    private string Create(ExactEntity entity, WrittenRecord record, int division)
    {
        rules.CheckCreate(entity, record, isWithinHead: false);
        if (entity.HeadOf is not null)
        {
            return Insert(entity, record, division);
        }

        effects.OnCreate(entity, record);
        var key = Insert(entity, record, division);
        foreach (var line in record.Lines ?? [])
        {
            var lines = ExactCatalogue.LinesOf(entity.Name)!;
            line.Values[lines.HeadKey!] = key;
            rules.CheckCreate(lines, line, isWithinHead: true);
            Insert(lines, line, division);
        }

        return key;
    }

    private string Insert(ExactEntity entity, WrittenRecord record, int division)
    {
        if (entity.HeadOf is not null)
        {
            effects.OnLine(entity, record);
        }

        var key = database.NextUuid($"exact-online/{entity.Name}");
        record.Values[entity.Table.Key.Name] = key;
        record.Values["Division"] = division;
        Attribute(entity, record);
        RowEdits.Insert(database, entity.Name, record.Values);
        RowEdits.Recompute(database, entity.Table, key);
        return key;
    }

    private void Attribute(ExactEntity entity, WrittenRecord record)
    {
        record.Values["Creator"] = MeDesk.UserId;
        record.Values["CreatorFullName"] = MeDesk.UserName;
        record.Values["Created"] = database.Present;
        if (entity.Table.Modified is { } modified)
        {
            record.Values[modified] = database.Present;
        }
    }

    private string Existing(ExactView view, ExactTarget target)
    {
        var key = target.Key?.ToLowerInvariant() ?? throw ExactRefusalException.Malformed("A key is needed.");
        if (!Guid.TryParse(key, out _))
        {
            throw ExactRefusalException.Malformed($"'{key}' is no Guid.");
        }

        return database.Value($"SELECT 1 FROM {Sql.Quote(view.Entity.Name)} WHERE {Sql.Quote(view.Entity.Table.Key.Name)} = ?", key) is null
            ? throw ExactRefusalException.Absent()
            : key;
    }

    private T Guarded<T>(Func<T> act)
    {
        try
        {
            return database.Write(act);
        }
        catch (SqliteFailureException failure) when (failure.PrimaryCode == 19)
        {
            throw ExactRefusalException.Rule($"Data already exists or is missing: {failure.Message}");
        }
    }

    // Nulls even for what was sent: recorded of contacts, accounts and items.
    private static Reply KeyOnly(Request request, ExactView view, ExactTarget target) => Reply.Json(201, json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("d");
        json.WriteStartObject("__metadata");
        json.WriteString("uri", ReadDesk.Uri(request, view, target.Division, target.Key));
        json.WriteString("type", view.Entity.Model);
        json.WriteEndObject();
        foreach (var field in view.Fields.Where(field => field.Type != FieldType.Collection))
        {
            if (field.Is("key"))
            {
                json.WriteString(field.Name, target.Key);
            }
            else
            {
                json.WriteNull(field.Name);
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });
}
