using System.Text.Json;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Output;

/// <summary>The findings of a run in each of the forms.</summary>
internal static class FindingForm
{
    private const int MostOfAKind = 10;

    /// <summary>For a person: by kind, the worst first, and of each kind the first few.</summary>
    public static void Write(TextPage page, IEnumerable<Finding> findings)
    {
        foreach (var kind in findings.GroupBy(finding => finding.Kind).OrderBy(group => Order(group.Key)))
        {
            page.Line();
            page.Heading($"{Title(kind.Key)} ({Count.Of(kind.Count())})");
            Write(page, [.. kind]);
        }
    }

    /// <summary>For a program: the member <c>findings</c>, all of them.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<Finding> findings) => json.WriteList("findings", findings, finding =>
    {
        json.WriteString("kind", finding.Kind.ToString().ToLowerInvariant());
        json.WriteString("subject", finding.Subject);
        json.WriteString("message", finding.Message);
        json.WriteString("cure", finding.Cure);
    });

    // A cure that all share stands once below them.
    private static void Write(TextPage page, Finding[] findings)
    {
        var shared = findings.Select(finding => finding.Cure).Distinct().Count() == 1;
        foreach (var finding in findings.Take(MostOfAKind))
        {
            page.Line($"  {finding.Subject}: {finding.Message}");
            WriteCure(page, shared ? null : finding.Cure);
        }

        if (findings.Length > MostOfAKind)
        {
            page.Line($"  and {Count.Of(findings.Length - MostOfAKind)} more; '--format json' tells all of them");
        }

        WriteCure(page, shared ? findings[0].Cure : null);
    }

    private static void WriteCure(TextPage page, string? cure)
    {
        if (cure is not null)
        {
            page.Line($"    What to do: {cure}");
        }
    }

    private static string Title(FindingKind kind) => kind switch
    {
        FindingKind.Unavailable => "Not reached",
        FindingKind.Refused => "Refused",
        FindingKind.Guarded => "Stopped by a guard before it wrote",
        FindingKind.Unresolved => "Creates whose effect is not known",
        FindingKind.Unsettled => "Stopped because it did not settle",
        FindingKind.Rejected => "Not accepted",
        _ => "Not readable",
    };

    private static int Order(FindingKind kind) => kind switch
    {
        FindingKind.Unavailable => 0,
        FindingKind.Refused => 1,
        FindingKind.Guarded => 2,
        FindingKind.Unresolved => 3,
        FindingKind.Unsettled => 4,
        FindingKind.Rejected => 5,
        _ => 6,
    };
}
