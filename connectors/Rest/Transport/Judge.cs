using System.Net;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Says what answers mean that are no success: by the rules of the system, else by the custom of HTTP.</summary>
internal static class Judge
{
    /// <summary>What an answer means; <see langword="null"/> for a success.</summary>
    public static Verdict? Of(RestResponse response, ErrorRules rules, Secrets secrets)
    {
        if (response.Status is (>= 200 and < 300) or 304)
            return null;
        var words = secrets.Hide(MessageReader.Read(response, rules.MessagePaths));
        var rule = rules.Rules.FirstOrDefault(rule => Fits(rule, response.Status, words));
        return new Verdict(
            rule?.Meaning ?? Custom(response.Status), words.Length > 0 ? words : $"{response.Status} {(HttpStatusCode)response.Status}, without a word", rule);
    }

    private static bool Fits(ErrorRule rule, int status, string words) =>
        (rule.Statuses.IsDefaultOrEmpty || rule.Statuses.Any(range => range.Contains(status)))
        && (rule.Texts.IsDefaultOrEmpty || rule.Texts.Any(text => words.Contains(text, StringComparison.OrdinalIgnoreCase)));

    private static ErrorMeaning Custom(int status) => status switch
    {
        401 or 403 or 407 => ErrorMeaning.Refused,
        404 or 410 => ErrorMeaning.Missing,
        412 => ErrorMeaning.Changed,
        429 => ErrorMeaning.Busy,
        408 => ErrorMeaning.Unavailable,
        >= 400 and < 500 => ErrorMeaning.Rejected,
        _ => ErrorMeaning.Unavailable,
    };
}
