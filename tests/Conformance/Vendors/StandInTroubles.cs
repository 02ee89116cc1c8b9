using SesamTalk.Conformance.Suites;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Conformance.Vendors;

/// <summary>The troubles of a stand-in.</summary>
internal static class StandInTroubles
{
    private static readonly string[] Writes = ["POST", "PUT", "PATCH", "DELETE"];

    public static Trouble Of(TroubleKind kind, FaultPlan faults, string path) => kind switch
    {
        // Some vendors have words of their own for this.
        TroubleKind.Busy => For(faults, Status(429, "Too many calls.")) with { Words = string.Empty },
        TroubleKind.Unavailable => For(faults, Status(500, "The disk is full.")),
        TroubleKind.Refused => For(faults, Status(403, "The right is missing.")),
        TroubleKind.BreaksOff => For(faults, new Fault(FaultKind.Truncated) { Times = int.MaxValue, Method = "GET", Path = path }),
        TroubleKind.AnswerLostBeforeEffect => For(faults, Cut(FaultKind.CutBefore, path)),
        _ => For(faults, Cut(FaultKind.CutAfter, path)),
    };

    private static Fault[] Status(int status, string words) => [new(FaultKind.Status) { Status = status, Text = words, Times = int.MaxValue }];

    private static Fault[] Cut(FaultKind kind, string path) => [.. Writes.Select(method => new Fault(kind) { Method = method, Path = path })];

    private static Trouble For(FaultPlan faults, params Fault[] wanted) => new(
        wanted[0].Kind == FaultKind.Status ? wanted[0].Text : string.Empty, () => wanted.ToList().ForEach(faults.Add), faults.Clear);
}
