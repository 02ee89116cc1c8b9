using SesamTalk.Engine.Values;
using SesamTalk.Sqlite;

namespace SesamTalk.Engine.State;

/// <summary>The state cannot be used. What the systems hold is whole: the next run goes on from what the state knew last (clause T4).</summary>
/// <param name="message">What is wrong, in plain words.</param>
/// <param name="cure">What to do about it.</param>
/// <param name="inner">The cause.</param>
public sealed class StateFailureException(string message, string cure, Exception? inner = null) : Exception(message, inner)
{
    private const int Permission = 3;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private const string Rights = "Give this user the right to read and write the file and its folder.";

    private const string Restore =
        "Restore it from a backup, or move it away, in both cases with the -wal and -shm files beside it. A new state links again by the match rules and deletes nothing.";

    /// <summary>What to do about it.</summary>
    public string Cure { get; } = cure;

    internal static StateFailureException Of(string path, SqliteFailureException failure) => failure.PrimaryCode switch
    {
        Full => new($"The disk that holds the state {path} is full.", "Make room and run again: nothing is lost.", failure),
        InputOutput => new(
            $"The disk does not read or write the state {path}: {failure.Message}.", "See whether it is full, damaged or gone, and run again: nothing is lost.", failure),
        ReadOnly => new($"The state {path} cannot be written.", Rights, failure),
        CannotOpen or Permission => new($"The state {path} cannot be opened.", Rights, failure),
        Corrupt or NotADatabase => new($"The state {path} is damaged: {failure.Message}.", Restore, failure),
        Busy or Locked => new($"The state {path} is in use by another program.", "Close what has it open, and try again.", failure),
        _ => new($"The state {path} cannot be used: {failure.Message}.", "Move it away: a new state links again by the match rules and deletes nothing.", failure),
    };

    internal static StateFailureException Of(string path, DamagedBytesException damage) => new($"The state {path} is damaged: {damage.Message}.", Restore, damage);

    internal static StateFailureException OfFolder(string path) =>
        new($"The state {path} is a folder.", "Move it away, or name a file with 'state' in systems.yaml.");

    internal static StateFailureException OfLock(string path, Exception trouble) =>
        new($"The state {path} cannot be held for a run: {trouble.Message}", Rights, trouble);

    internal static StateFailureException OfSomethingElse(string path) =>
        new($"{path} is a database, but not a state of this program; it was not touched.", "Name another file with 'state' in systems.yaml.");

    internal static StateFailureException OfVersion(string path, long found, long known) => new(
        $"The state {path} is of version {found}, and this program knows version {known}.",
        "Use the version of sesamtalk that made it, or move it away: a new state links again by the match rules and deletes nothing.");
}
