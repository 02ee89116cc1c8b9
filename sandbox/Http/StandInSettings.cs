namespace SesamTalk.Sandbox.Http;

/// <summary>What every stand-in is told.</summary>
/// <param name="Folder">Where its database is, or is made: one file, called like the system.</param>
/// <param name="Clock">Its clock, on which tokens age and limits refill.</param>
public sealed record StandInSettings(string Folder, TimeProvider Clock)
{
    /// <summary>The port on 127.0.0.1; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The database, where it is not the file in <see cref="Folder"/> that is called like the system.</summary>
    public string? Database { get; init; }

    /// <summary>
    /// Whether it takes, where <see cref="Port"/> is 0, the port that it had when it was last started: tokens belong to an address. A free one,
    /// where another program has that.
    /// </summary>
    public bool KeepsPort { get; init; }

    /// <summary>Whether the vendor's limits of calls hold.</summary>
    public bool LimitsCalls { get; init; } = true;

    /// <summary>How many times as many calls it takes as the vendor does; where the vendor tells the limits in its answers, it tells these.</summary>
    public int Generosity { get; init; } = 1;

    /// <summary>Is told of each call once it is answered, from several threads.</summary>
    public Action<AnsweredCall>? Answered { get; init; }
}
