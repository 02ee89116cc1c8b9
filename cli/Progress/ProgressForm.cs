using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Progress;

/// <summary>Chooses how the progress of a run is told, always beside the results.</summary>
internal static class ProgressForm
{
    /// <summary>Does some work, and tells its progress meanwhile.</summary>
    public static Task<T> WatchAsync<T>(Surroundings surroundings, Func<IProgress<RunProgress>, Task<T>> work) =>
        surroundings.ErrorIsLive ? new LiveProgress(surroundings).WatchAsync(work) : new LineProgress(surroundings).WatchAsync(work);
}
