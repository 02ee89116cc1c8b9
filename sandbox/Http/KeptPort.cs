using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.Http;

/// <summary>The port that a stand-in had, kept with its data.</summary>
/// <param name="database">The database.</param>
internal sealed class KeptPort(StandInDatabase database)
{
    /// <summary>The port; 0 where it had none yet.</summary>
    public int Number { get; } = database.Value("SELECT value FROM \"StandIn\" WHERE name = 'port'") is long port ? (int)port : 0;

    /// <summary>Keeps a port, where it is another one.</summary>
    public void Keep(int port)
    {
        if (port != Number)
        {
            database.Run("INSERT OR REPLACE INTO \"StandIn\" (name, value) VALUES ('port', ?)", port);
        }
    }
}
