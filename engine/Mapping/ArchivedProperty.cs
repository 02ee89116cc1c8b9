using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Mapping;

/// <summary>A value that an archived record is given (clause D1).</summary>
/// <param name="Property">The place of the property in the shape of its entity.</param>
/// <param name="Value">The value.</param>
internal readonly record struct ArchivedProperty(int Property, Value Value)
{
    /// <summary>The value in the type of its property.</summary>
    public static ArchivedProperty Of(ArchivedValue archived, MappedEntity entity)
    {
        var place = entity.Shape.IndexOf(archived.Path);
        return Coercion.TryCoerce(Value.Text(archived.Value), entity.Shape.Properties[place].Type, out var value)
            ? new ArchivedProperty(place, value)
            : throw new ArgumentException($"'{archived.Value}' does not fit '{archived.Path}' of {entity.Name}: the set was not checked.");
    }
}
