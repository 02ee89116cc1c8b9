using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Histories;

/// <summary>Makes histories, each from its seed alone.</summary>
internal sealed class HistoryGenerator(Features features)
{
    /// <summary>The history of a seed.</summary>
    public History Of(long seed)
    {
        var random = new Random((int)(seed ^ (seed >> 32)));
        var world = new WorldGenerator(random, features).World();
        return new History(world, [.. new Acts(random, world, features).All()]);
    }
}
