using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;

namespace SesamTalk.Engine.Reconciling;

/// <summary>Translates keys through the clusters (clause R10), remembering what it found until it is told to forget.</summary>
internal sealed class ClusterReferences(RunContext context) : IReferences
{
    private readonly Dictionary<(string, string, string), string?> _found = [];
    private readonly Dictionary<string, MappedEntity> _entities = context.Set.Entities.ToDictionary(e => e.Name, StringComparer.Ordinal);
    private readonly MirrorTable _mirror = context.State.Mirror;

    /// <summary>Forgets what was found: clusters have changed.</summary>
    public void Forget() => _found.Clear();

    /// <inheritdoc/>
    public string? Translate(string from, string key, string to)
    {
        if (!_found.TryGetValue((from, key, to), out var found))
        {
            found = _found[(from, key, to)] = Find(from, key, to);
        }

        return found;
    }

    private string? Find(string from, string key, string to)
    {
        if (!_entities.TryGetValue(from, out var entity) || !_entities.TryGetValue(to, out var wanted) || _mirror.Find(entity, key) is not { } record)
        {
            return null;
        }

        var keys = _mirror.MembersOf(_mirror.ClusterOf(record.Id)).Where(m => m.Entity == wanted.Number && !m.IsGone).Select(m => _mirror.NameOf(m.Id).Key);
        return keys.Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
