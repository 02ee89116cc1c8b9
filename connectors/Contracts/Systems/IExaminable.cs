using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Connectors.Systems;

/// <summary>
/// Ability: look at what the connection to a system needs, for a person who wants to know whether it can be worked with. Writes
/// nothing.
/// </summary>
public interface IExaminable
{
    /// <summary>
    /// Looks at credentials, rights and at what the entities look like there. What is wrong is told, not thrown; what depends on
    /// something that is wrong is not tried, and told so.
    /// </summary>
    /// <param name="entities">The entities that flows work on.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    IAsyncEnumerable<Examination> ExamineAsync(IReadOnlyList<EntityDescription> entities, CancellationToken cancellationToken);
}
