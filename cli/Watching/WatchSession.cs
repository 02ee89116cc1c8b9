using System.Collections.Immutable;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli.Watching;

/// <summary>A watch with what it needs around it: the ear for webhooks, where one is wanted, and the life of the sandbox.</summary>
internal static class WatchSession
{
    /// <summary>Watches, and never returns: an exception ends it.</summary>
    public static async Task<Answer> RunAsync(Call call, OpenSandbox sandbox, RunOptions options, Selection selection)
    {
        var next = new NextRun(call.Surroundings.Clock);
        var desk = call.Parsed.GetValue<string>(ListenAddress.Name) is null ? null : new WebhookDesk(Callers(sandbox.Set, selection), next);
        await using var listener = await ListenAsync(call, desk);
        call.Tell($"Watching, with {Words(sandbox.Set.Workspace.ReadEvery)} between two runs. Ctrl-C ends it.");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(call.Interruption.Token);
        var life = sandbox.LiveAsync(call.Surroundings.Clock, over.Token);
        try
        {
            return await new Watch(call, sandbox.Set, options, selection.Flows, desk).RunAsync(next);
        }
        finally
        {
            await over.CancelAsync();
            await life;
        }
    }

    private static async Task<WebhookListener?> ListenAsync(Call call, WebhookDesk? desk)
    {
        if (desk is null)
        {
            return null;
        }

        var listener = await WebhookListener.StartAsync(ListenAddress.Parse(call.Parsed.GetValue<string>(ListenAddress.Name)!)!, desk, call.Interruption.Token);
        foreach (var system in desk.Systems)
        {
            call.Tell($"Listening for webhooks of {system} at {new Uri(listener.Address, system)}.");
        }

        return listener;
    }

    private static ImmutableSortedDictionary<string, IKnowsWebhooks> Callers(FlowSet set, Selection selection)
    {
        var systems = selection.Flows.SelectMany(flow => new[] { flow.Source.System, flow.Target.System }).ToHashSet(StringComparer.Ordinal);
        var callers = set.Workspace.Systems
            .Where(system => systems.Contains(system.Name) && system.Definition is IKnowsWebhooks { HasWebhooks: true })
            .ToImmutableSortedDictionary(system => system.Name, system => (IKnowsWebhooks)system.Definition!, StringComparer.Ordinal);
        return !callers.IsEmpty ? callers : throw new StoppedException(
            ExitCode.Usage,
            $"{ListenAddress.Name}: no system of these flows has webhooks that could be told from forgeries.",
            "The definition of a system says under 'webhooks' how they are signed, and takes the secret from a setting: for Exact Online, webhook_secret.");
    }

    private static string Words(TimeSpan interval) =>
        interval.TotalSeconds < 60 || interval.Seconds > 0 ? Count.Of((long)interval.TotalSeconds, "second")
        : interval.Minutes > 0 ? Count.Of((long)interval.TotalMinutes, "minute")
        : Count.Of((long)interval.TotalHours, "hour");
}
