using System.Collections.Immutable;

namespace SesamTalk.Engine.Diagnostics.Catalogue;

/// <summary>All codes of diagnostics. The wording of each stands with it, in the classes of this folder and nowhere else.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>The codes, in order.</summary>
    public static ImmutableArray<DiagnosticCode> Codes { get; } =
    [
        .. new[]
        {
            FileFaults.Codes, YamlFaults.Codes, ShapeFaults.Codes, SystemFaults.Codes, DefinitionFaults.Codes, EntityFaults.Codes, FlowFaults.Codes,
            RowFaults.Codes, ElementFaults.Codes, SelectionFaults.Codes, SetFaults.Codes,
            TestFaults.Codes,
        }.SelectMany(codes => codes).OrderBy(code => code.Id, StringComparer.Ordinal),
    ];
}
