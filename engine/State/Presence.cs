using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>Whether a table that is mostly empty holds anything: asked once, so that nobody is looked for where nobody can be.</summary>
internal sealed class Presence(StatementSet statements, string table)
{
    private readonly Statement _any = statements.Add($"SELECT 1 FROM {table} LIMIT 1");
    private bool? _hasAny;

    /// <summary>Whether there is anything, or was since the state was opened.</summary>
    public bool HasAny()
    {
        if (_hasAny is null)
        {
            _hasAny = _any.Step();
            _any.Reset();
        }

        return _hasAny.Value;
    }

    /// <summary>Something was put into the table.</summary>
    public void Note() => _hasAny = true;
}
