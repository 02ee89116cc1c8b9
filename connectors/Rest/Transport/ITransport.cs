using System.Security.Cryptography;
using SesamTalk.Connectors.Rest.Authentication.Consent;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>The way to a system over HTTP: with its authentication, within its limits, repeated where that is safe.</summary>
internal interface ITransport
{
    /// <summary>The requests sent so far, each repetition and each call for a token among them.</summary>
    long Calls { get; }

    /// <summary>Tells of the requests that the caller causes from here on, while others use the same transport.</summary>
    /// <param name="count">Is told once for each.</param>
    void CountCalls(Action count);

    /// <summary>What walks a person through the consent to this connection; <see langword="null"/> where none is needed.</summary>
    /// <param name="randomness">Where what must not be guessed comes from.</param>
    ConsentWalk? Consent(RandomNumberGenerator randomness);

    /// <summary>Gets what requests are authenticated with, and sends none: where it is a token, that is got or renewed.</summary>
    /// <returns>What it is, in plain words.</returns>
    /// <exception cref="SystemFailureException">There is none.</exception>
    Task<string> LogInAsync(CancellationToken cancellationToken);

    /// <summary>Sends a request and takes the whole answer, which is bounded in size.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends sending and waiting.</param>
    /// <returns>The answer; <see cref="RestResponse.Failure"/> says what went wrong where that concerns only the record asked for.</returns>
    /// <exception cref="SystemBusyException">The system, or its limit, asks for a wait longer than the transport's patience.</exception>
    /// <exception cref="SystemUnavailableException">There was no answer, or none that means anything.</exception>
    /// <exception cref="AnswerLostException">A <see cref="RequestEffect.Create"/> may or may not have had its effect.</exception>
    /// <exception cref="SystemRefusedException">
    /// A login or a right is missing; or the answer or the address is one that is refused here (another host, too large).
    /// </exception>
    Task<RestResponse> SendAsync(RestRequest request, CancellationToken cancellationToken);
}
