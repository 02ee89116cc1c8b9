using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>A call that a gate let through, until its answer is there.</summary>
/// <param name="gate">The gate.</param>
/// <param name="calls">The call as the limits know it.</param>
internal sealed class Passage(RateGate gate, LimitedCall[] calls) : IDisposable
{
    private bool _isSettled;

    /// <summary>The answer; <see langword="null"/> where none came.</summary>
    public RestResponse? Response { get; set; }

    /// <summary>The answer says that the system is busy.</summary>
    /// <returns>How long no call is made.</returns>
    public TimeSpan Pause(RestResponse response) => gate.Pause(calls, response);

    /// <summary>Takes in what the answer tells of the limits.</summary>
    public void Dispose()
    {
        if (_isSettled)
            return;
        _isSettled = true;
        gate.Settle(calls, Response);
    }
}
