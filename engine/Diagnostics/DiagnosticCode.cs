namespace SesamTalk.Engine.Diagnostics;

/// <summary>A kind of diagnostic.</summary>
/// <param name="Id">Its code, <c>ST####</c>; the page <c>docs/errors/ST####.md</c> tells more.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Title">What it is about, in a few words.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title)
{
    internal Diagnostic At(Place place, string message, string? label = null, string? help = null) =>
        new(Id, Severity, place, message) { Label = label, Help = help };
}
