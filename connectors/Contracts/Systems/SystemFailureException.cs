namespace SesamTalk.Connectors.Systems;

/// <summary>A system as a whole did not do what was asked. The subclasses say how one recovers (clause W4).</summary>
public abstract class SystemFailureException : Exception
{
    private protected SystemFailureException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>What a person can do about it; <see langword="null"/> where there is no more to say than what happened.</summary>
    public virtual string? Cure => null;

    /// <summary>Whether it stands in the way of everything else that could be asked of the system.</summary>
    public virtual bool ConcernsAll => true;
}

/// <summary>The system asks to wait, and then goes on. A create that ends so was not made.</summary>
/// <param name="message">The system's own words.</param>
/// <param name="retryAfter">How long to wait.</param>
public sealed class SystemBusyException(string message, TimeSpan retryAfter) : SystemFailureException(message, null)
{
    /// <summary>How long to wait.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;

    /// <summary>What a person can do instead of waiting, as the rest of a sentence; <see langword="null"/> where nothing helps but that.</summary>
    public string? InsteadOfWaiting { get; init; }

    /// <summary>
    /// Whether some of the changes were made before: an order was changed, and of its lines some were added. The records are read before
    /// they are written again.
    /// </summary>
    public bool IsPartlyDone { get; init; }
}

/// <summary>The system cannot be reached; it is left alone for the rest of the run.</summary>
/// <param name="message">What happened, in plain words.</param>
/// <param name="inner">The cause.</param>
public class SystemUnavailableException(string message, Exception? inner = null) : SystemFailureException(message, inner);

/// <summary>The answer to a write was lost: it may or may not have had its effect (clause C3).</summary>
/// <param name="message">What happened, in plain words.</param>
/// <param name="inner">The cause.</param>
public sealed class AnswerLostException(string message, Exception? inner = null) : SystemUnavailableException(message, inner);

/// <summary>The system refuses: a login or a right is missing. A person has to act.</summary>
/// <param name="message">What happened, in the system's words.</param>
/// <param name="cure">What a person can do about it.</param>
/// <param name="inner">The cause.</param>
public sealed class SystemRefusedException(string message, string cure, Exception? inner = null) : SystemFailureException(message, inner)
{
    /// <summary>What a person can do about it.</summary>
    public override string Cure { get; } = cure;

    /// <summary>Whether it is the login as a whole that is refused, and not one thing that was asked for.</summary>
    public bool IsOfLogin { get; init; }

    /// <inheritdoc/>
    public override bool ConcernsAll => IsOfLogin;
}

/// <summary>A cursor no longer holds: the entity is to be read completely.</summary>
/// <param name="message">Why.</param>
public sealed class CursorVoidException(string message) : SystemFailureException(message, null)
{
    /// <inheritdoc/>
    public override bool ConcernsAll => false;
}
