using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How records are asked for by values of their properties.</summary>
/// <param name="List">The list that answers; <c>{filter}</c> in it stands for the conditions.</param>
internal sealed record ValueLookupForm(ListForm List)
{
    /// <summary>A condition, with <c>{name}</c> and <c>{literal}</c>.</summary>
    public Template? Each { get; init; }

    /// <summary>What stands between conditions.</summary>
    public string Separator { get; init; } = " and ";

    /// <summary>How a value is written in a condition, by the name of its type, with <c>{value}</c>; as it is where not said.</summary>
    public ImmutableDictionary<string, Template> Literals { get; init; } = ImmutableDictionary<string, Template>.Empty;

    /// <summary>The properties that may be asked for in conditions, empty for all; without conditions those that are compared here, row by row.</summary>
    public ImmutableArray<string> Properties { get; init; } = [];

    /// <summary>Parameters of the query that ask for a property each, by property.</summary>
    public ImmutableDictionary<string, string> ByParameter { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the system can be asked for a property.</summary>
    public bool CanAsk(string property) =>
        ByParameter.ContainsKey(property) || Properties.Contains(property) || (Each is not null && Properties.IsEmpty);
}
