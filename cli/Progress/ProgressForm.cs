using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Progress;

/// <summary>Chooses how the progress of a run is told, always beside the results.</summary>
internal static class ProgressForm
{
    /// <summary>Does some work, and tells its progress meanwhile.</summary>
    /// <param name="surroundings">Where it is told.</param>
    /// <param name="work">The work.</param>
    /// <param name="tellsStages">Whether lines tell of each stage that begins, also where that takes only a moment.</param>
    public static Task<T> WatchAsync<T>(Surroundings surroundings, Func<IProgress<RunProgress>, Task<T>> work, bool tellsStages = true) =>
        surroundings.ErrorIsLive ? new LiveProgress(surroundings).WatchAsync(work) : new LineProgress(surroundings, tellsStages).WatchAsync(work);
}
