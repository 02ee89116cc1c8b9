using System.Collections.Immutable;
using SesamTalk.Connectors.Rest.Values;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How the values of properties are written.</summary>
/// <param name="Usual">What holds where nothing else is said.</param>
/// <param name="Special">What holds for single properties.</param>
internal sealed record PropertyForms(ValueForm Usual, ImmutableDictionary<string, ValueForm> Special)
{
    /// <summary>The form of a property.</summary>
    public ValueForm this[string property] => Special.GetValueOrDefault(property, Usual);

    /// <summary>Where a property stands in JSON.</summary>
    public string PlaceOf(string property) => this[property].At ?? property;
}
