using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>The answer to a create. One that arrives in half leaves a record behind all the same, so it counts as lost (clause C3).</summary>
internal static class CreateAnswer
{
    /// <summary>Reads it.</summary>
    /// <exception cref="AnswerLostException">It cannot be read.</exception>
    public static T Read<T>(string entity, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SystemUnavailableException trouble)
        {
            throw new AnswerLostException($"the answer to a create of {entity} cannot be read: {trouble.Message}", trouble);
        }
    }
}
