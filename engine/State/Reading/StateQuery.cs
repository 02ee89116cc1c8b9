using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State.Reading;

/// <summary>Asks a state for rows.</summary>
internal sealed class StateQuery(SqliteDatabase database)
{
    /// <summary>The rows that a query gives.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="parameters">Its parameters: texts and whole numbers.</param>
    /// <exception cref="StateFailureException">The state cannot be read.</exception>
    public List<T> Rows<T>(string sql, Func<Statement, T> read, params object[] parameters)
    {
        try
        {
            return Read(sql, read, parameters);
        }
        catch (SqliteFailureException failure)
        {
            throw StateFailureException.Of(database.Path, failure);
        }
        catch (DamagedBytesException damage)
        {
            throw StateFailureException.Of(database.Path, damage);
        }
    }

    /// <summary>A number.</summary>
    public long Count(string sql, params object[] parameters) => Rows(sql, row => row.Long(0), parameters).Single();

    private List<T> Read<T>(string sql, Func<Statement, T> read, object[] parameters)
    {
        using var query = database.Prepare(sql);
        for (var i = 0; i < parameters.Length; i++)
        {
            _ = parameters[i] is string text ? query.Bind(i + 1, text) : query.Bind(i + 1, Convert.ToInt64(parameters[i], System.Globalization.CultureInfo.InvariantCulture));
        }

        var rows = new List<T>();
        while (query.Step())
        {
            rows.Add(read(query));
        }

        return rows;
    }
}
