using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How a list of records is asked for and what its answer looks like.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Parameters">Its query.</param>
/// <param name="Rows">Where the rows stand in an answer, the alternatives; the empty path is the answer itself.</param>
/// <param name="Paging">How it is parted into pages.</param>
internal sealed record ListForm(Template Path, ImmutableArray<Parameter> Parameters, ImmutableArray<string> Rows, PagingForm Paging)
{
    /// <summary>The statuses that say that there are no rows, whatever the body holds.</summary>
    public ImmutableArray<int> EmptyStatuses { get; init; } = [204];

    /// <summary>Whether it asks for single properties.</summary>
    public bool SelectsFields => Uses("fields");

    /// <summary>Whether a placeholder is used somewhere.</summary>
    public bool Uses(string placeholder) => Path.Uses(placeholder) || Parameters.Any(parameter => parameter.Value.Uses(placeholder));
}
