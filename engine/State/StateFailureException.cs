using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>The state cannot be used; nothing was written to any system since.</summary>
/// <param name="message">What is wrong and what to do, in plain words.</param>
/// <param name="inner">The cause.</param>
public sealed class StateFailureException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const int Full = 13;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int Busy = 5;

    internal static StateFailureException Of(string path, SqliteFailureException failure) => new(
        failure.PrimaryCode switch
        {
            Full => $"The disk that holds the state {path} is full. Make room and run again: nothing is lost.",
            ReadOnly => $"The state {path} cannot be written. Give this user the right to write the file and its folder.",
            Corrupt or NotADatabase => $"The state {path} is damaged ({failure.Message}). Restore it from a backup, or move it away: a new state links again by the match rules.",
            Busy => $"The state {path} is in use by another program.",
            _ => $"The state {path} cannot be used: {failure.Message}.",
        },
        failure);
}
