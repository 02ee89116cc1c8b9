using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SesamTalk.Connectors.Tests.Rest;

/// <summary>A service on loopback, on a free port, that answers as a test says.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<SeenRequest> _seen = [];

    private Service(WebApplication application) => _application = application;

    public Uri Address { get; private set; } = null!;

    /// <summary>What it was asked, in the order of arrival.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    public static async Task<Service> StartAsync(RequestDelegate answer, Action<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AllowSynchronousIO = true;
            if (configure is null)
                kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            else
                configure(kestrel);
        });
        var service = new Service(builder.Build());
        service._application.Run(async context =>
        {
            service._seen.Enqueue(await SeenRequest.TakeAsync(context.Request));
            await answer(context);
        });
        await service._application.StartAsync();
        service.Address = new Uri(service._application.Urls.Single());
        return service;
    }

    /// <summary>The answers one after another; the last again and again.</summary>
    public static Task<Service> StartAsync(params RequestDelegate[] answers)
    {
        var next = -1;
        return StartAsync(context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
