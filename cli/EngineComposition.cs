using Microsoft.Extensions.DependencyInjection;
using SesamTalk.Engine;
using SesamTalk.Engine.Connecting;
using SesamTalk.Engine.Deciding;
using SesamTalk.Engine.Examining;
using SesamTalk.Engine.Running;

namespace SesamTalk.Cli;

/// <summary>Puts the engine together with what the surroundings give.</summary>
internal static class EngineComposition
{
    /// <summary>What runs flows.</summary>
    public static Runner Runner(Surroundings surroundings) => Compose(surroundings).GetRequiredService<Runner>();

    /// <summary>What takes a person's decisions.</summary>
    public static Decisions Decisions(Surroundings surroundings) => Compose(surroundings).GetRequiredService<Decisions>();

    /// <summary>What looks at systems.</summary>
    public static Doctor Doctor(Surroundings surroundings) => Compose(surroundings).GetRequiredService<Doctor>();

    /// <summary>What gets the consent of a person.</summary>
    public static Consents Consents(Surroundings surroundings) => Compose(surroundings).GetRequiredService<Consents>();

    private static ServiceProvider Compose(Surroundings surroundings)
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
        return services.BuildServiceProvider();
    }
}
