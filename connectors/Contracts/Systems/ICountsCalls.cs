namespace SesamTalk.Connectors.Systems;

/// <summary>Ability: tell of each call that is really made, where reading or writing once may take several of them, such as pages.</summary>
public interface ICountsCalls
{
    /// <summary>
    /// Tells of the calls that the caller causes from here on, until it asks for something else: those of its asynchronous flow, also
    /// where others work with the same connection at the same time.
    /// </summary>
    /// <param name="count">Is told once for each call, also where it is repeated or fails; possibly by several threads at a time.</param>
    void CountCalls(Action count);
}
