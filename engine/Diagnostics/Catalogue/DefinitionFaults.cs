using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Engine.Flows.Reading.Definitions;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>Layer 3: what can be wrong with a definition file, and with naming one. The connector words what only it can know.</summary>
internal static class DefinitionFaults
{
    private static readonly DiagnosticCode Without = new("ST2301", Severity.Error, "A system without a definition");
    private static readonly DiagnosticCode Needless = new("ST2302", Severity.Error, "A definition that nobody reads");
    private static readonly DiagnosticCode Setting = new("ST2303", Severity.Error, "A setting that the definition does not declare");
    private static readonly DiagnosticCode Name = new("ST2304", Severity.Error, "An unknown name in a definition");
    private static readonly DiagnosticCode Missing = new("ST2305", Severity.Error, "Something missing in a definition");
    private static readonly DiagnosticCode NotUnderstood = new("ST2306", Severity.Error, "A definition that is not understood");

    public static ImmutableArray<DiagnosticCode> Codes => [Without, Needless, Setting, Name, Missing, NotUnderstood];

    public static Diagnostic WithoutDefinition(Place place, string system, string connector) =>
        Without.At(place, $"the connector {connector} works by a definition file, and {system} names none", "no definition", "name the file: 'definition: FILE.connector.yaml'");

    public static Diagnostic NeedlessDefinition(Place place, string connector) =>
        Needless.At(place, $"the connector {connector} has no definition files", help: "take 'definition' away, or name another connector");

    public static Diagnostic UnknownSetting(Place place, string name, IReadOnlyList<string> legal)
    {
        var nearest = NearestName.Find(name, legal);
        var help = legal.Count == 0 ? $"declare it: 'settings: {{ {name}: {{ meaning: ... }} }}'" : $"settings of this file: {string.Join(", ", legal)}";
        return Setting.At(place, $"the file declares no setting '{name}'", NearestName.Question(nearest), help);
    }

    public static Diagnostic Of(string file, DefinitionFault fault)
    {
        var code = fault.Kind switch
        {
            DefinitionFaultKind.UnknownName => Name,
            DefinitionFaultKind.Missing => Missing,
            _ => NotUnderstood,
        };
        var nearest = fault.Name is { } name ? NearestName.Find(name, fault.Legal) : null;
        return code.At(DefinitionNodes.In(file, fault.Place), fault.Message, NearestName.Question(nearest), fault.Cure);
    }
}
