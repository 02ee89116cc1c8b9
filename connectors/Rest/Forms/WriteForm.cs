using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>A request that writes one record.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path.</param>
/// <param name="Parameters">Its query.</param>
internal sealed record WriteForm(HttpMethod Method, Template Path, ImmutableArray<Parameter> Parameters)
{
    /// <summary>What it carries.</summary>
    public BodyForm Body { get; init; }

    /// <summary>The type of what it carries; what is usual for its form where not said.</summary>
    public string? ContentType { get; init; }

    /// <summary>The name under which the body stands in an envelope; <see langword="null"/> for none.</summary>
    public string? Wrap { get; init; }

    /// <summary>Values that each body has beside those of the record, as JSON, by path.</summary>
    public ImmutableDictionary<string, string> Constants { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where the record stands in the answer, as it is stored, the alternatives; empty where the answer does not show it.</summary>
    public ImmutableArray<string> Record { get; init; } = [];

    /// <summary>Where the answer to a create holds the key; <see langword="null"/> where only <see cref="Record"/> shows it.</summary>
    public AnswerPlace? Key { get; init; }

    /// <summary>The header that carries the idempotency key of a create.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>The header that carries the entity tag of the record as it was read before, such as <c>If-Match</c>.</summary>
    public string? ConditionHeader { get; init; }

    /// <summary>Whether a JSON patch tests what is believed to be there before it changes it.</summary>
    public bool TestsExpected { get; init; }

    /// <summary>The operation by which a JSON patch sets a value: <c>replace</c> or <c>add</c>.</summary>
    public string SetOperation { get; init; } = "replace";

    /// <summary>Whether a JSON patch removes what becomes empty, instead of setting it to null.</summary>
    public bool RemovesEmpty { get; init; }

    /// <summary>Whether nothing is written unless what is expected is there.</summary>
    public bool IsConditional => ConditionHeader is not null || TestsExpected;
}
