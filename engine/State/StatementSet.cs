using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>The prepared statements of a table, disposed together.</summary>
internal sealed class StatementSet(SqliteDatabase database) : IDisposable
{
    private readonly List<Statement> _statements = [];

    /// <summary>A statement, prepared when it is first used.</summary>
    public Statement Add(string sql)
    {
        var statement = database.PrepareLater(sql);
        _statements.Add(statement);
        return statement;
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.ForEach(statement => statement.Dispose());
}
