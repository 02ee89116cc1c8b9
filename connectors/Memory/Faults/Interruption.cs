namespace SesamTalk.Connectors.Memory.Faults;

/// <summary>
/// The point at which whoever uses the systems dies, as by a kill: from then on every call of every system throws
/// <see cref="InterruptedException"/>, until it is started again.
/// </summary>
public sealed class Interruption
{
    private readonly Lock _gate = new();
    private int _callsLeft = int.MaxValue;
    private bool _afterEffect;
    private bool _dead;

    /// <summary>Plans the death at the given call from now, counted over all systems, from 1.</summary>
    /// <param name="call">Which call.</param>
    /// <param name="afterEffect">Whether that call still has its effect, of which its caller never hears.</param>
    public void Plan(int call, bool afterEffect)
    {
        lock (_gate)
            (_callsLeft, _afterEffect, _dead) = (call, afterEffect, false);
    }

    /// <summary>Takes the plan back, and lets calls through again.</summary>
    /// <returns>Whether the death had come.</returns>
    public bool Restart()
    {
        lock (_gate)
        {
            var was = _dead;
            (_callsLeft, _dead) = (int.MaxValue, false);
            return was;
        }
    }

    internal void BeforeEffect()
    {
        lock (_gate)
        {
            ThrowIfDead();
            _callsLeft--;
            _dead = _callsLeft <= 0;
            if (!_afterEffect)
                ThrowIfDead();
        }
    }

    internal void AfterEffect()
    {
        lock (_gate)
            ThrowIfDead();
    }

    private void ThrowIfDead()
    {
        if (_dead)
            throw new InterruptedException();
    }
}
