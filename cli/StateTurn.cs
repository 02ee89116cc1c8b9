using SesamTalk.Engine.State;

namespace SesamTalk.Cli;

/// <summary>Waits for its turn at a state that somebody else holds for a while, such as a watch in one of its runs (clause G5).</summary>
internal static class StateTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Does something that needs the state, as soon as it is free.</summary>
    /// <param name="call">The call.</param>
    /// <param name="patience">How long it is tried.</param>
    /// <param name="act">What is done; where the state is held, it has done nothing.</param>
    /// <exception cref="StateHeldException">It is held for longer.</exception>
    public static async Task<T> WaitAsync<T>(Call call, TimeSpan patience, Func<Task<T>> act)
    {
        var clock = call.Surroundings.Clock;
        var begin = clock.GetTimestamp();
        for (var isTold = false; ; isTold = true)
        {
            try
            {
                return await act();
            }
            catch (StateHeldException held) when (clock.GetElapsedTime(begin) < patience)
            {
                if (!isTold)
                {
                    call.Tell($"{held.Message} Waiting for it, {patience.TotalSeconds:0} seconds at most.");
                }
            }

            await Task.Delay(Pause, clock, call.Interruption.Token);
        }
    }
}
