using System.Collections.Immutable;
using SesamTalk.Sandbox.ExactOnline.Limits;
using SesamTalk.Sandbox.ExactOnline.Reading;
using SesamTalk.Sandbox.ExactOnline.Tokens;
using SesamTalk.Sandbox.ExactOnline.Webhooks;
using SesamTalk.Sandbox.ExactOnline.Writing;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>Stands in for Exact Online: its OAuth, its OData with all its turns, its limits, from one SQLite file.</summary>
public sealed class ExactOnlineStandIn : StandIn
{
    private readonly TokenStore _tokens;
    private readonly TokenDesk _tokenDesk;
    private readonly MeDesk _me;
    private readonly ReadDesk _read;
    private readonly WriteDesk _write;
    private readonly SyncTimestampDesk _syncTimestamp;
    private readonly WebhookDesk _webhookDesk;
    private readonly WebhookEvents _webhookEvents;
    private readonly WebhookSender _webhookSender;
    private readonly CallLimits _limits;
    private readonly ErrorQuota _errors;

    private ExactOnlineStandIn(ExactSettings settings)
        : base(Systems.ExactOnline.Name, settings.General, ExactCatalogue.Tables, digits: 3)
    {
        ExactTriggers.Install(Database);
        var time = new ExactTime(settings.Zone);
        _tokens = new TokenStore(Database, Clock);
        _tokens.Prepare();
        _tokenDesk = new TokenDesk(_tokens, ClientId, ClientSecret, Clock);
        _me = new MeDesk(time, Clock);
        _read = new ReadDesk(new RowReader(Database), new RowForm(time), time, settings);
        _webhookDesk = new WebhookDesk(Database, Clock);
        _webhookEvents = new WebhookEvents(Database);
        _webhookSender = new WebhookSender(ClientId, WebhookSecret, Clock);
        _write = new WriteDesk(Database, new BodyReader(time), new Rules(Database), new SideEffects(Database, time, Clock), _read, _webhookDesk);
        _syncTimestamp = new SyncTimestampDesk(Database, time);
        _limits = new CallLimits(settings, Clock);
        _errors = new ErrorQuota(settings.ErrorsAnHour, Clock);
    }

    /// <summary>The division that holds the sample company.</summary>
    public static int Division => Systems.ExactOnline.Division;

    /// <inheritdoc/>
    public override ImmutableDictionary<string, string> Keys { get; } = ImmutableDictionary<string, string>.Empty
        .Add("client_id", ClientId)
        .Add("client_secret", ClientSecret)
        .Add("webhook_secret", WebhookSecret);

    /// <inheritdoc/>
    public override bool HasConsent => InTurn(_tokens.HasConsent);

    private static string ClientId { get; } = Systems.Keys.Uuid("exact-online/client", 0);

    private static string ClientSecret { get; } = Systems.Keys.Opaque("exact-online/secret", 0);

    private static string WebhookSecret { get; } = Systems.Keys.Opaque("exact-online/webhooks", 0);

    /// <summary>Starts one.</summary>
    /// <param name="settings">What was chosen.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The stand-in, listening; the caller disposes it.</returns>
    /// <exception cref="IOException">The port is taken, or the database cannot be made.</exception>
    public static async Task<ExactOnlineStandIn> StartAsync(ExactSettings settings, CancellationToken cancellationToken = default)
    {
        var standIn = new ExactOnlineStandIn(settings);
        await standIn.StartAsync(cancellationToken);
        return standIn;
    }

    /// <summary>Ends every token: calls are refused, and a user must consent anew.</summary>
    public void RevokeTokens() => InTurn(() =>
    {
        _tokens.Revoke();
        return true;
    });

    /// <summary>Moves the main division to another server: all row versions are new, and the ones that were kept mean nothing any more.</summary>
    public void MoveDivision() => InTurn(() => Database.Write(() => DivisionMove.Do(Database)));

    /// <summary>Sends what webhooks are due: checks of new subscriptions, and what changed since this was last called.</summary>
    /// <param name="cancellationToken">Ends the sending.</param>
    public async Task DeliverWebhooksAsync(CancellationToken cancellationToken = default)
    {
        foreach (var (key, callback) in InTurn(_webhookDesk.Due))
        {
            if (!await _webhookSender.CheckAsync(callback, cancellationToken))
            {
                InTurn(() => _webhookDesk.Remove(key));
            }
        }

        foreach (var happened in InTurn(_webhookEvents.Next))
        {
            await _webhookSender.TellAsync(happened, Address, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _webhookSender.Dispose();
    }

    private protected override Reply Answer(Request request)
    {
        if (_tokenDesk.Answer(request) is { } tokens)
        {
            return tokens;
        }

        if (ExactTarget.Of(request.Path) is not { } target)
        {
            return ExactErrors.Of(404, "Not found");
        }

        if (LimitsCalls && (_limits.Take(target.Division) ?? Closed(target)) is { } refusal)
        {
            return refusal;
        }

        var reply = Guarded(request, target);
        _errors.Note(target.Division, target.Resource, reply.Status);
        return LimitsCalls ? _limits.WithHeaders(reply, target.Division) : reply;
    }

    private protected override Reply? Administer(Request request)
    {
        switch (request.Method, request.Path)
        {
            case ("POST", "/sandbox/revoke-tokens"):
                _tokens.Revoke();
                return Reply.Nothing(204);
            case ("POST", "/sandbox/move-division"):
                Database.Write(() => DivisionMove.Do(Database));
                return Reply.Nothing(204);
            default:
                return null;
        }
    }

    private protected override Reply Failure(int status, string text) => ExactErrors.Of(status, text);

    private Reply? Closed(ExactTarget target) =>
        _errors.IsClosed(target.Division, target.Resource) ? _limits.WithHeaders(ExactErrors.Of(429, "Too many errors: this endpoint is closed for an hour."), target.Division) : null;

    private Reply Guarded(Request request, ExactTarget target)
    {
        if (request.Credential("Bearer") is not { } token || !_tokens.Admits(token))
        {
            return ExactErrors.Of(401, "Unauthorized");
        }

        try
        {
            return Served(request, target);
        }
        catch (ExactRefusalException refusal)
        {
            return ExactErrors.Of(refusal.Status, refusal.Message);
        }
    }

    private Reply Served(Request request, ExactTarget target)
    {
        if (target is { Division: 0, Resource: "Me" })
        {
            return _me.Answer();
        }

        CheckDivision(target.Division);
        if (target.Resource == SyncTimestampDesk.Resource)
        {
            return _syncTimestamp.Answer(request);
        }

        var view = ExactView.At(target.Resource) ?? throw ExactRefusalException.Absent();
        var isWritable = view is { Kind: ExactViewKind.Single, Entity.IsWritable: true };
        return request.Method switch
        {
            "GET" when target.Key is null => _read.List(request, view, target),
            "GET" when target.Then is not null => _read.Lines(request, view, target),
            "GET" => _read.One(request, view, target),
            "POST" when isWritable && target.Key is null => _write.Create(request, view, target),
            "PUT" when isWritable => _write.Update(request, view, target),
            "DELETE" when isWritable => _write.Delete(view, target),
            _ => ExactErrors.Of(405, "Method not allowed"),
        };
    }

    private void CheckDivision(int division)
    {
        if (Database.Value("SELECT 1 FROM \"Divisions\" WHERE Code = ?", division) is null)
        {
            throw new ExactRefusalException(403, "Forbidden");
        }
    }
}
