using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Conformance.Vendors;

/// <summary>An entity of a vendor that stands for one of the suite's.</summary>
/// <param name="Entity">Its name.</param>
/// <param name="Table">Its table in the stand-in.</param>
/// <param name="Properties">Its properties, by those of the suite's entity that they stand for.</param>
internal sealed record Likeness(string Entity, string Table, ImmutableDictionary<string, string> Properties)
{
    /// <summary>Properties that the vendor has and the shipped description leaves out.</summary>
    public ImmutableArray<PropertyDescription> Added { get; init; } = [];

    /// <summary>What stands for the suite's list of parts; nothing where the vendor's entity has no list.</summary>
    public ListLikeness? Parts { get; init; }

    /// <summary>What the vendor demands of a new record beside, such as the customer of an order.</summary>
    public ImmutableDictionary<string, Value> Given { get; init; } = ImmutableDictionary<string, Value>.Empty;

    /// <summary>
    /// The vendor's description as an integrator might have it: with what is added here, and with every restriction of the suite's entity,
    /// for what a description forbids is forbidden whether the vendor minds or not.
    /// </summary>
    public EntityDescription DescriptionOf(EntityDescription suite, EntityDescription vendor)
    {
        var wanted = Properties.ToDictionary(pair => pair.Value, pair => suite.Property(pair.Key)!, StringComparer.Ordinal);
        return vendor with
        {
            Properties =
            [
                .. vendor.Properties.Concat(Added).Select(it => it.Path == Parts?.Property ? Parts.DescriptionOf(suite.Property("parts")!, it)
                    : wanted.TryGetValue(it.Path, out var stricter) ? Stricter(it, stricter) : it),
            ],
        };
    }

    internal static PropertyDescription Stricter(PropertyDescription own, PropertyDescription suite) => own with
    {
        Mandatory = own.Mandatory || suite.Mandatory,
        MaxLength = own.MaxLength < suite.MaxLength ? own.MaxLength : suite.MaxLength ?? own.MaxLength,
        Access = own.Access > suite.Access ? own.Access : suite.Access,
    };
}
