using SesamTalk.Connectors.Memory;
using SesamTalk.Engine.State;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Playing;

/// <summary>
/// Sees every delete that the engine asks for, before it has any effect, and judges it by what is so at that moment (INV5): the record is
/// linked, by a flow that passes deletes on, with one that is no longer in its system. Later nobody can tell: who is made again takes over
/// the links of the one that is gone.
/// </summary>
internal sealed class DeleteWitness(WorldPlan plan, MemoryWorld memory, string state)
{
    private readonly HashSet<string> _passOn = plan.Flows.Where(flow => flow.Propagates).Select(flow => flow.Name).ToHashSet(StringComparer.Ordinal);
    private readonly List<string> _strays = [];

    /// <summary>The records that the engine wanted to delete for no reason.</summary>
    public IReadOnlyList<string> Strays => _strays;

    /// <summary>How many deletes the engine asked for.</summary>
    public int Seen { get; private set; }

    /// <summary>Judges deletes that are about to be sent.</summary>
    public void See(IReadOnlyList<string> doomed)
    {
        Seen += doomed.Count;
        using var reader = StateReader.Open(state);
        _strays.AddRange(doomed.Where(record => !HasReason(reader, record)));
    }

    private bool HasReason(StateReader? reader, string record) =>
        reader?.LinksOf(record) is { } known && known.Links.Any(link => link.EndedIn is null && _passOn.Contains(link.Flow) && !IsThere(link.Counterpart));

    private bool IsThere(string record) => record.Split('/') is [var system, var entity, var key] && memory[system][entity].Keys.Contains(key);
}
