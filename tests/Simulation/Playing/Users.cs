using SesamTalk.Connectors.Memory;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Worlds;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Simulation.Playing;

/// <summary>What people do in the systems, and what is known of it.</summary>
/// <param name="plan">The world as it is planned.</param>
/// <param name="memory">The systems.</param>
/// <param name="names">Which records are one thing now.</param>
internal sealed class Users(WorldPlan plan, MemoryWorld memory, Func<Names> names)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _added = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly HashSet<(string Record, string Property, string Essence)> _set = [];

    // Lists as they were before the edits since the last run.
    private readonly Dictionary<string, string> _lists = new(StringComparer.Ordinal);

    // What stood where somebody set something in the middle of the last run: that run may have read the one or the other.
    private readonly Dictionary<(string Record, string Property), string?> _stoodInRun = [];

    /// <summary>The properties, by entity, that a user set to another spelling of what stood there.</summary>
    public HashSet<(string Entity, string Property)> Respelt { get; } = [];

    /// <summary>The records that users added.</summary>
    public IReadOnlySet<string> Added => _names;

    /// <summary>What users set since the last run, by record and property, and what was there before.</summary>
    public Dictionary<(string Record, string Property), (string? Before, string? Value)> Edits { get; } = [];

    /// <summary>The engine has read these records: what is set in them from now on is an edit.</summary>
    public void Know(IEnumerable<string> records) => _seen.UnionWith(records);

    /// <summary>A run begins.</summary>
    public void BeginRun() => _stoodInRun.Clear();

    /// <summary>Whether a user ever gave a property of a record that value, but for its spelling.</summary>
    public bool Set(string record, string property, string? value) => _set.Contains((record, property, GivenValues.Essence(property, value)));

    /// <summary>Does what a user does.</summary>
    public void Do(Act act)
    {
        var (system, name) = (act.Entity.Split('/')[0], act.Entity.Split('/')[1]);
        var entity = memory[system][name];
        var values = GivenValues.Read(act.Verb == "element" ? string.Empty : act.Text).Select(v => (v.Property, Value: v.Property == "r" ? KeyOf(v.Value, $"{system}/P") : v.Value)).ToList();
        if (act.Verb == "add")
        {
            Put(entity, act.Entity, act.User, values);
            _added[act.User] = $"{act.Entity}/{act.User}";
            _names.Add($"{act.Entity}/{act.User}");
        }
        else if (KeyOf(act.User, act.Entity) is not { } key)
        {
            return;
        }
        else if (act.Verb == "restore")
        {
            // Somebody takes it out of the bin: under its key (D4).
            if (_deleted.Remove($"{act.Entity}/{key}") && !entity.Keys.Contains(key))
            {
                Put(entity, act.Entity, key, values);
            }
        }
        else if (entity.Keys.Contains(key) && act.Verb == "delete")
        {
            entity.Delete(key);
            _deleted.Add($"{act.Entity}/{key}");
            foreach (var place in Edits.Keys.Where(place => place.Record == $"{act.Entity}/{key}").ToList())
            {
                // Who deletes a record has taken back what he set in it.
                Edits.Remove(place);
            }
        }
        else if (entity.Keys.Contains(key) && act.Verb == "element")
        {
            EditElement(entity, $"{act.Entity}/{key}", act.Text);
        }
        else if (entity.Keys.Contains(key))
        {
            foreach (var (property, value) in values.Where(v => plan.Entity(act.Entity).IsListed(v.Property) || entity.Description.Property(v.Property) is not null))
            {
                var place = ($"{act.Entity}/{key}", property);
                var isListed = plan.Entity(act.Entity).IsListed(property);
                var stands = isListed ? ListedProperties.Find(entity, key, property) ?? string.Empty : entity.ValueOf(key, property).ToString();
                var before = Edits.TryGetValue(place, out var edit) ? edit.Before
                    : _stoodInRun.TryGetValue(place, out var stood) && GivenValues.Essence(property, stood) == GivenValues.Essence(property, value) ? stood : stands;
                if (act.Verb == "meanwhile")
                {
                    _stoodInRun.TryAdd(place, stands);
                }

                if (stands != value && GivenValues.Essence(property, stands) == GivenValues.Essence(property, value))
                {
                    Respelt.Add((act.Entity, property));
                }

                if (isListed)
                {
                    ListedProperties.Edit(entity, key, property, value);
                }
                else
                {
                    entity.Edit(key, property, ValueText.Read(entity.Description, property, value));
                }

                _set.Add((place.Item1, property, GivenValues.Essence(property, value)));
                if (_seen.Contains(place.Item1))
                {
                    Edits[place] = (before, value);
                }
            }
        }
    }

    // What is not said is empty, and that is said as well.
    private void Put(MemoryEntity entity, string path, string key, List<(string Property, string? Value)> values)
    {
        List<string> listed = [.. plan.Entity(path).Listed];
        entity.Add(key,
        [
            .. values.Where(v => !listed.Contains(v.Property)).Select(v => (v.Property, ValueText.Read(entity.Description, v.Property, v.Value))),
            .. listed.Count > 0 ? [ListedProperties.Given(entity, values.Where(v => listed.Contains(v.Property)))] : Array.Empty<(string, Connectors.Values.Value)>(),
        ]);
        foreach (var property in entity.Description.Properties.Select(property => property.Path).Concat(listed))
        {
            _set.Add(($"{path}/{key}", property, GivenValues.Essence(property, values.Find(v => v.Property == property).Value)));
        }
    }

    // R11. The elements stand in the order that they have in the system.
    private void EditElement(MemoryEntity entity, string record, string text)
    {
        var key = record.Split('/')[2];
        List<string> before = [.. ValueText.Show(entity.ValueOf(key, "l"))];
        var (lines, place, value) = ElementText.Apply(before, text);
        entity.Edit(key, "l", ValueText.Read(entity.Description, "l", string.Join(" | ", lines)));
        if (!Edits.Keys.Any(other => other.Record == record && other.Property.StartsWith("l[", StringComparison.Ordinal)))
        {
            _lists[record] = string.Join(" | ", before);
        }

        if (place is not null && _seen.Contains(record))
        {
            var stood = ElementText.At(_lists[record], place);
            Edits[(record, place)] = (stood, value);

            // Who takes an element out has taken back what he set in it, and who sets it again that it is out.
            foreach (var overtaken in Edits.Keys.Where(other => other.Record == record && (other.Property.StartsWith($"{place}.", StringComparison.Ordinal) || place.StartsWith($"{other.Property}.", StringComparison.Ordinal))).ToList())
            {
                Edits.Remove(overtaken);
            }
        }
    }

    private string? KeyOf(string? user, string entity)
    {
        if (user is null || !_added.TryGetValue(user, out var record))
        {
            return null;
        }

        return names().Find(record, entity)?.Split('/')[2];
    }
}
