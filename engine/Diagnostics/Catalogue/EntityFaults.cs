using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 3: what can be wrong with the meaning of an entity description.</summary>
internal static class EntityFaults
{
    private static readonly DiagnosticCode Named = new("ST2101", Severity.Error, "A description that names an unknown property");
    private static readonly DiagnosticCode Referred = new("ST2102", Severity.Error, "A foreign key to an unknown entity");
    private static readonly DiagnosticCode Time = new("ST2103", Severity.Error, "A modification time that is no date-time");
    private static readonly DiagnosticCode Query = new("ST2104", Severity.Error, "A query that something is said of that only a table has");
    private static readonly DiagnosticCode Misfit = new("ST2105", Severity.Error, "A detail that does not fit the type");
    private static readonly DiagnosticCode KeyType = new("ST2106", Severity.Error, "A foreign key of another type than the key");

    public static ImmutableArray<DiagnosticCode> Codes => [Named, Referred, Time, Query, Misfit, KeyType];

    public static Diagnostic UnknownProperty(Place place, string role, string name, string entity, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Named.At(place, $"{role} of {entity} is '{name}', which is not among its properties", NearestName.Question(nearest), $"properties: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic UnknownEntity(Place place, string property, string entity, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(entity, legal);
        return Referred.At(place, $"'{property}' refers to '{entity}', which is not described here", NearestName.Question(nearest), $"entities: {NameList.Of(legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic ModifiedIsNoTime(Place place, string property, string type) =>
        Time.At(place, $"'{property}' holds the time of the last change and must be a datetime, not {type}", help: "describe it as 'type: datetime', or take 'modified' away");

    public static Diagnostic TableAndQuery(Place place, string entity) =>
        Query.At(place, $"{entity} is described both as a table and as a query", help: "keep one of the two");

    public static Diagnostic QueryCanNot(Place place, string entity) =>
        Query.At(place, $"{entity} is a query, which is only read", help: "write 'can: []' or take 'can' away");

    public static Diagnostic DetailMisfits(Place place, string detail, string property, string type, string wanted) =>
        Misfit.At(place, $"'{detail}' says nothing of '{property}', which is {type}", help: $"only {wanted} has it");

    public static Diagnostic KeyTypeDiffers(Place place, string property, string type, string entity, string keyType) =>
        KeyType.At(place, $"'{property}' is {type}, but the key of {entity} is {keyType}", help: "a foreign key has the type of the key that it holds");
}
