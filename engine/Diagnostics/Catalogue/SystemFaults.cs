using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 3: what can be wrong with the meaning of a <c>systems.yaml</c>.</summary>
internal static class SystemFaults
{
    private static readonly DiagnosticCode NoConnector = new("ST2002", Severity.Error, "A system without a connector");
    private static readonly DiagnosticCode NoEntities = new("ST2003", Severity.Error, "A system without entity descriptions");
    private static readonly DiagnosticCode Connector = new("ST2201", Severity.Error, "An unknown connector");
    private static readonly DiagnosticCode Setting = new("ST2202", Severity.Error, "An unknown setting");
    private static readonly DiagnosticCode Needed = new("ST2203", Severity.Error, "A missing setting");
    private static readonly DiagnosticCode Allowed = new("ST2204", Severity.Error, "A setting with a value that is not allowed");
    private static readonly DiagnosticCode Secret = new("ST2205", Severity.Error, "A secret in the file");
    private static readonly DiagnosticCode Malformed = new("ST2206", Severity.Error, "A reference that is not understood");
    private static readonly DiagnosticCode Unresolved = new("ST2207", Severity.Error, "A reference without a value");
    private static readonly DiagnosticCode Stranger = new("ST2208", Severity.Error, "A profile for an unknown system");
    private static readonly DiagnosticCode Profile = new("ST2209", Severity.Error, "An unknown profile");
    private static readonly DiagnosticCode State = new("ST2210", Severity.Error, "A state that is not understood");
    private static readonly DiagnosticCode Several = new("ST2211", Severity.Error, "An unknown entity in 'several'");
    private static readonly DiagnosticCode Within = new("ST2212", Severity.Error, "A secret in clear text within a setting");

    public static ImmutableArray<DiagnosticCode> Codes =>
        [NoConnector, NoEntities, Connector, Setting, Needed, Allowed, Secret, Malformed, Unresolved, Stranger, Profile, State, Several, Within];

    public static Diagnostic WithoutConnector(Place place, string system, string? profile, Place user)
    {
        var help = profile is null
            ? $"give '{system}' a 'connector', or name a profile that does"
            : $"give '{system}' a 'connector', itself or in the profile '{profile}'";
        return NoConnector.At(place, $"nothing says how to reach {system}", "no connector", help) with
        {
            Related = [new RelatedPlace(user, "a flow uses it")],
        };
    }

    public static Diagnostic WithoutEntities(Place place, string system, Place user) =>
        NoEntities.At(place, $"nothing says what the entities of {system} look like", "no entities", "name the file that describes them: 'entities: FILE.entities.yaml'") with
        {
            Related = [new RelatedPlace(user, "a flow uses it")],
        };

    public static Diagnostic UnknownConnector(Place place, string name, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Connector.At(place, $"there is no connector '{name}'", NearestName.Question(nearest), $"connectors: {string.Join(", ", legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic UnknownSetting(Place place, string name, string connector, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        var help = legal.Count == 0 ? $"{connector} has no settings" : $"settings of {connector}: {string.Join(", ", legal)}";
        return Setting.At(place, $"'{name}' is not a setting of the connector {connector}", NearestName.Question(nearest), help) with { SuggestedEdit = nearest };
    }

    public static Diagnostic MissingSetting(Place place, string system, string connector, string setting, string meaning) =>
        Needed.At(place, $"the connector {connector} needs the setting '{setting}', and {system} does not give it", help: $"{setting}: {meaning}");

    public static Diagnostic ValueNotAllowed(Place place, string setting, string value, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(value, legal);
        return Allowed.At(place, $"'{setting}' cannot be '{value}'", NearestName.Question(nearest), $"one of: {string.Join(", ", legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic SecretInFile(Place place, string setting) =>
        Secret.At(place, $"'{setting}' is a secret and must not stand in the file", "a secret", $"write \"${{secret:NAME}}\" or \"${{env:NAME}}\", and take the secret out of the file's history");

    public static Diagnostic SecretWithin(Place place, string setting) =>
        Within.At(place, $"'{setting}' holds a secret in clear text", "a secret", "write \"${secret:NAME}\" or \"${env:NAME}\" in its place, and take the secret out of the file's history");

    /// <summary>Whether a diagnostic is about a secret, whose text must not be shown.</summary>
    public static bool IsAboutSecret(Diagnostic diagnostic) => diagnostic.Code == Secret.Id || diagnostic.Code == Within.Id;

    public static Diagnostic MalformedReference(Place place, string text) =>
        Malformed.At(place, $"the reference in '{text}' is not understood", help: "references are ${env:NAME} and ${secret:NAME}");

    public static Diagnostic NoVariable(Place place, string name) =>
        Unresolved.At(place, $"the environment variable {name} is not set", help: "set it and run again");

    public static Diagnostic NoSecret(Place place, string name, string variable, string file) =>
        Unresolved.At(place, $"the secret '{name}' is not there", help: $"put it into the environment variable {variable} or the file {file}");

    public static Diagnostic StrangerInProfile(Place place, string profile, string system, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(system, legal);
        return Stranger.At(place, $"the profile '{profile}' speaks of '{system}', which is no system of the workspace", NearestName.Question(nearest), $"systems: {string.Join(", ", legal)}") with { SuggestedEdit = nearest };
    }

    public static Diagnostic UnknownProfile(Place place, string name, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        var help = legal.Count == 0 ? "there are no profiles" : $"profiles: {string.Join(", ", legal)}";
        return Profile.At(place, $"there is no profile '{name}'", NearestName.Question(nearest), help);
    }

    public static Diagnostic UnknownState(Place place, string state) =>
        State.At(place, $"'{state}' does not say where the state is", help: "write 'sqlite:PATH', such as sqlite:.sesamtalk/state.db");

    public static Diagnostic UnknownSeveral(Place place, string name, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        return Several.At(place, $"'{name}' is no entity of the workspace", NearestName.Question(nearest), "write SYSTEM/ENTITY") with { SuggestedEdit = nearest };
    }
}
