using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How records are asked for by their keys: one a request, or several.</summary>
/// <param name="Path">The path.</param>
/// <param name="Parameters">The query.</param>
internal sealed record KeyLookupForm(Template Path, ImmutableArray<Parameter> Parameters)
{
    /// <summary>Where the record stands in an answer, the alternatives; for a request of one key.</summary>
    public ImmutableArray<string> Record { get; init; } = [string.Empty];

    /// <summary>The list that is asked for several keys at once; <see langword="null"/> for a request a key.</summary>
    public SeveralForm? Several { get; init; }

    /// <summary>From how many keys on the list of all records is read instead; <see langword="null"/> for never.</summary>
    public int? ListFrom { get; init; }
}
