using SesamTalk.Connectors.Sql.Settings;

namespace SesamTalk.Connectors.Sql.Sessions;

/// <summary>The connections that are not in use: several may read at once, beside one that writes.</summary>
/// <param name="settings">The settings of the system, read at first use.</param>
/// <param name="pragmas">What is said to each new connection.</param>
internal sealed class SessionPool(Lazy<SqlSettings> settings, string pragmas) : IDisposable
{
    private readonly Stack<Session> _idle = new();
    private readonly Lock _gate = new();

    /// <summary>The settings of the system.</summary>
    public SqlSettings Settings => settings.Value;

    /// <summary>Takes a connection; the caller gives it back, or disposes it if it failed.</summary>
    public Session Take()
    {
        lock (_gate)
        {
            if (_idle.TryPop(out var session))
            {
                return session;
            }
        }

        return Session.Open(settings.Value, pragmas);
    }

    /// <summary>Gives a connection back.</summary>
    public void Return(Session session)
    {
        lock (_gate)
        {
            _idle.Push(session);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_idle.TryPop(out var session))
        {
            session.Dispose();
        }
    }
}
