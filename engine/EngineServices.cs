using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SesamTalk.Engine.Connecting;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Examining;
using SesamTalk.Engine.Running;

namespace SesamTalk.Engine;

/// <summary>The registration of the whole engine.</summary>
public static class EngineServices
{
    /// <summary>
    /// Adds the engine. Connectors are added beside it, each as an <see cref="Connectors.Systems.IConnector"/>; a clock
    /// (<see cref="TimeProvider"/>) and identifiers (<see cref="IIdentifierSource"/>) that are registered before it are taken.
    /// </summary>
    public static IServiceCollection AddSesamTalkEngine(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdentifierSource, TimeOrderedIdentifiers>();
        services.TryAddSingleton<Runner>();
        services.TryAddSingleton<Decisions>();
        services.TryAddSingleton<Doctor>();
        services.TryAddSingleton<Consents>();
        return services;
    }
}
