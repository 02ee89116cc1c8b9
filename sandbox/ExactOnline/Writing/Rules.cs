using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.ExactOnline.Writing;

/// <summary>The rules of the business that a write can break. Exact answers them with 500 and a text.</summary>
/// <param name="database">The database.</param>
internal sealed class Rules(StandInDatabase database)
{
    /// <summary>Checks a new record.</summary>
    /// <exception cref="ExactRefusalException">A rule is broken.</exception>
    public void CheckCreate(ExactEntity entity, WrittenRecord record, bool isWithinHead)
    {
        var missing = entity.Table.Fields.FirstOrDefault(field => field.Is("mandatory") && field.IsColumn
            && !(isWithinHead && field.Name == entity.HeadKey)
            && string.IsNullOrWhiteSpace(record[field.Name]?.ToString()));
        if (missing is not null)
        {
            throw ExactRefusalException.Rule($"Mandatory: {missing.Name}");
        }

        if (entity.Name == "Contacts" && record["FirstName"] is null && record["LastName"] is null)
        {
            throw ExactRefusalException.Rule("Mandatory: First name or last name");
        }

        if (ExactCatalogue.LinesOf(entity.Name) is { } lines && record.Lines is null or { IsEmpty: true })
        {
            throw ExactRefusalException.Rule($"Mandatory: {lines.Name}");
        }

        CheckValues(entity, record, null);
    }

    /// <summary>Checks a change of a record.</summary>
    /// <exception cref="ExactRefusalException">A rule is broken.</exception>
    public void CheckUpdate(ExactEntity entity, WrittenRecord record, string key)
    {
        if (record.Lines is not null)
        {
            throw ExactRefusalException.Malformed("Lines are changed one by one.");
        }

        var columns = entity.Table.Fields.Where(field => record.Values.ContainsKey(field.Name)).ToArray();
        if (columns.FirstOrDefault(field => field.Is("mandatory") && record[field.Name] is null) is { } emptied)
        {
            throw ExactRefusalException.Rule($"Mandatory: {emptied.Name}");
        }

        if (columns.FirstOrDefault(field => field.Is("once") && !Equals(record[field.Name], Present(entity, field.Name, key))) is { } fixedField)
        {
            throw ExactRefusalException.Rule($"{fixedField.Name} cannot be changed.");
        }

        if (entity.Name == "SalesOrders" && columns.Any(field => field.Name == "IncotermCode" && record[field.Name] is null))
        {
            throw ExactRefusalException.Rule("Invalid: Incoterm code");
        }

        CheckValues(entity, record, key);
    }

    /// <summary>Checks that nothing needs a record that is to go.</summary>
    /// <exception cref="ExactRefusalException">Something does.</exception>
    public void CheckDelete(ExactEntity entity, string key)
    {
        var user = (from other in ExactCatalogue.Entities
                    where other.HeadOf != entity.Name
                    from field in other.Table.Fields
                    where field.References == entity.Name && field.Is("mandatory") && RowEdits.Exists(database, other.Name, field.Name, key)
                    select other).FirstOrDefault();
        if (user is not null)
        {
            throw ExactRefusalException.Rule($"Cannot delete: in use by {user.Name}.");
        }
    }

    private void CheckValues(ExactEntity entity, WrittenRecord record, string? key)
    {
        foreach (var field in entity.Table.Fields.Where(field => record[field.Name] is not null))
        {
            if (field.References is { } target && !RowEdits.Exists(database, target, ExactCatalogue.Of(target).Table.Key.Name, record[field.Name]))
            {
                throw ExactRefusalException.Rule($"Invalid reference: {field.Name}");
            }

            if (field.Is("unique") && IsTaken(entity, field.Name, record[field.Name], key))
            {
                throw ExactRefusalException.Rule($"Data already exists: {field.Name} {record[field.Name]?.ToString()?.Trim()}");
            }
        }
    }

    private bool IsTaken(ExactEntity entity, string column, object? value, string? key) => database.Value(
        $"SELECT 1 FROM {Sql.Quote(entity.Name)} WHERE trim({Sql.Quote(column)}) = trim(?) AND {Sql.Quote(entity.Table.Key.Name)} IS NOT ?", value, key) is not null;

    private object? Present(ExactEntity entity, string column, string key) =>
        database.Value($"SELECT {Sql.Quote(column)} FROM {Sql.Quote(entity.Name)} WHERE {Sql.Quote(entity.Table.Key.Name)} = ?", key);
}
