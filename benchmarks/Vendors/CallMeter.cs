using System.Collections.Concurrent;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Benchmarks.Vendors;

/// <summary>Notes the calls that reach a stand-in.</summary>
internal sealed class CallMeter
{
    private readonly ConcurrentQueue<AnsweredCall> _calls = [];

    /// <summary>A call was answered.</summary>
    public void Note(AnsweredCall call) => _calls.Enqueue(call);

    /// <summary>Forgets what was noted.</summary>
    public void Clear() => _calls.Clear();

    /// <summary>What was noted.</summary>
    /// <param name="rate">What the vendor permits.</param>
    /// <param name="fewest">How many calls it takes at least.</param>
    public CallCount Count(VendorRate rate, int fewest)
    {
        var (tokens, calls) = (_calls.Where(IsForToken).ToArray(), _calls.Where(call => !IsForToken(call)).ToArray());
        return new CallCount(calls.Length, fewest, tokens.Length, _calls.Count(call => call.Status == 429), rate.UsedBy(calls));
    }

    /// <summary>How many calls of each kind there were, for a person who looks for those that are too many.</summary>
    public IEnumerable<string> Kinds() => _calls
        .GroupBy(call => $"{call.Method} {KindOf(call.Path)} {call.Status}")
        .OrderByDescending(kind => kind.Count())
        .Select(kind => $"  {kind.Count(),6}  {kind.Key}");

    // A call for a token is one of OAuth, whose path says so with every vendor here.
    private static bool IsForToken(AnsweredCall call) => call.Path.Contains("oauth", StringComparison.OrdinalIgnoreCase);

    // A key is what holds a digit or a quote.
    private static string KindOf(string path) => string.Join('/', path.Split('/').Select(part =>
        part.IndexOf('(', StringComparison.Ordinal) is var open and > 0 ? part[..open] + "(…)" : part.Any(char.IsAsciiDigit) && part.Length > 2 ? "…" : part));
}
