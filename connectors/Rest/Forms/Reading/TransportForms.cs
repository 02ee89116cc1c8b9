using SesamTalk.Connectors.Rest.Transport;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how a service is reached.</summary>
internal static class TransportForms
{
    private const int Mebibyte = 1024 * 1024;

    /// <summary>How it is reached; the name of the system is not known yet.</summary>
    public static TransportOptions Of(Section root)
    {
        var usual = new TransportOptions(string.Empty, AuthenticationForms.AddressOf(root, "base"));
        return usual with
        {
            Headers = [.. root.Pairs("headers").Select(pair => new HeaderLine(pair.Key, pair.Value))],
            Authentication = AuthenticationForms.Of(root.Below("authentication")),
            Limits = LimitForms.Of(root.Below("limits")),
            Errors = ErrorForms.Of(root.Below("errors")),
            Retries = RetriesOf(root.Below("retries")),
            ConnectTimeout = root.Duration("connect_timeout") ?? usual.ConnectTimeout,
            AnswerTimeout = root.Duration("answer_timeout") ?? usual.AnswerTimeout,
            GreatestAnswer = root.Number("greatest_answer") is { } mebibytes ? Math.Min(mebibytes, 1024) * Mebibyte : usual.GreatestAnswer,
            Connections = root.Number("connections") ?? usual.Connections,
        };
    }

    private static RetryOptions RetriesOf(Section? section)
    {
        var usual = new RetryOptions();
        return section is null ? usual : new RetryOptions
        {
            Most = section.Number("most") ?? usual.Most,
            FirstWait = section.Duration("first_wait") ?? usual.FirstWait,
            LongestWait = section.Duration("longest_wait") ?? usual.LongestWait,
        };
    }
}
