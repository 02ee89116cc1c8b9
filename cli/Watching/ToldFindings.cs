using System.Collections.Immutable;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Watching;

/// <summary>Knows what the run before found: what stands as it stood is told once, not at every interval.</summary>
internal sealed class ToldFindings
{
    private ImmutableHashSet<(FindingKind, string, string?)> _told = [];

    /// <summary>The findings that the run before did not have.</summary>
    public ImmutableArray<Finding> Untold(ImmutableArray<Finding> findings)
    {
        ImmutableArray<Finding> untold = [.. findings.Where(finding => !_told.Contains(Essence(finding)))];
        _told = [.. findings.Select(Essence)];
        return untold;
    }

    // Some systems put the time or a number of the call into a refusal: what a person has to do tells whether it is the same.
    private static (FindingKind, string, string?) Essence(Finding finding) =>
        (finding.Kind, finding.Subject, finding.Kind == FindingKind.Refused ? finding.Cure : finding.Message);
}
