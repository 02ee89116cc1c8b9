using Microsoft.Extensions.DependencyInjection;
using SesamTalk.Engine;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli;

/// <summary>Puts the engine together with what the surroundings give.</summary>
internal static class EngineComposition
{
    /// <summary>The engine.</summary>
    public static Runner Runner(Surroundings surroundings)
    {
        var services = new ServiceCollection();
        services.AddSingleton(surroundings.Clock);
        if (surroundings.Identifiers is { } identifiers)
        {
            services.AddSingleton(identifiers);
        }

        foreach (var connector in surroundings.Connectors)
        {
            services.AddSingleton(connector);
        }

        services.AddSesamTalkEngine();
        return services.BuildServiceProvider().GetRequiredService<Runner>();
    }
}
