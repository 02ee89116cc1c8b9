using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>The prepared statements of a table, disposed together.</summary>
internal sealed class StatementSet(SqliteDatabase database) : IDisposable
{
    private readonly List<Statement> _statements = [];

    /// <summary>Prepares a statement.</summary>
    public Statement Add(string sql)
    {
        var statement = database.Prepare(sql);
        _statements.Add(statement);
        return statement;
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.ForEach(statement => statement.Dispose());
}
