using System.Collections.Immutable;
using SesamTalk.Benchmarks.Data;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Benchmarks.Engine;

/// <summary>
/// A folder with a state and one file of contacts a system, and the flows between them: ten two-way rows, matched by e-mail, counterparts
/// made in the target. Keys are the systems' own: a new record gets one from the engine.
/// </summary>
internal sealed class ContactWorkspace(string folder)
{
    private const long Millisecond = TimeSpan.TicksPerMillisecond;

    /// <summary>The state.</summary>
    public string State => Path.Combine(folder, "state.db");

    /// <summary>The file of a system.</summary>
    public string File(string system) => Path.Combine(folder, system + ".db");

    /// <summary>One flow between two systems.</summary>
    public FlowSet Pair(bool withCursors) => Set(["a", "b"], [("a", "b")], withCursors);

    /// <summary>Four systems in a cycle, and across it: every one has a flow with every other.</summary>
    public FlowSet Cycle(bool withCursors) =>
        Set(["a", "b", "c", "d"], [("a", "b"), ("a", "c"), ("b", "c"), ("b", "d"), ("c", "d"), ("d", "a")], withCursors);

    private FlowSet Set(string[] names, (string Source, string Target)[] pairs, bool withCursors)
    {
        var systems = names.Select((name, place) => SystemOf(name, place, withCursors)).ToImmutableArray();
        var flows = pairs.Select(pair => FlowOf(systems.Single(s => s.Name == pair.Source), systems.Single(s => s.Name == pair.Target)));
        return new FlowSet(new Workspace(folder, State, systems), [.. flows.OrderBy(flow => flow.Name, StringComparer.Ordinal)]);
    }

    private SystemConfiguration SystemOf(string name, int place, bool withCursors) => new(name, 10 * (place + 1), "sql", [Entity(withCursors)])
    {
        Settings = ImmutableDictionary<string, string>.Empty.Add("provider", "sqlite").Add("connection", $"Data Source={File(name)}"),
    };

    private static EntityDescription Entity(bool withCursors)
    {
        var key = new PropertyDescription(ContactTable.Key, PropertyType.String) { Access = WriteAccess.Never };
        var modified = new PropertyDescription(ContactTable.Modified, PropertyType.DateTime) { Access = WriteAccess.Never, PrecisionTicks = Millisecond };
        var texts = ContactTable.Columns.Select(column => new PropertyDescription(column, PropertyType.String));
        return new EntityDescription(ContactTable.Name, new KeyDescription(ContactTable.Key, KeyGiver.Client), [key, .. texts, modified])
        {
            NaturalKeys = [["Number"]],
            Modified = withCursors ? ContactTable.Modified : null,
        };
    }

    private static Flow FlowOf(SystemConfiguration source, SystemConfiguration target)
    {
        var name = $"{source.Name}-{target.Name}";
        var rows = ContactTable.Columns.Select((column, place) => new Row(column, column, PropertyType.String, Direction.Both, PlaceOf(name, place + 6)));
        return new Flow(name, new FlowSide(source, source.Entities[0]), new FlowSide(target, target.Entities[0]), [.. rows], PlaceOf(name, 1))
        {
            Match = [new MatchRule([new MatchPair("Email", "Email")], PlaceOf(name, 5))],
        };
    }

    private static Place PlaceOf(string flow, int line) => new($"{flow}.flow.yaml", line, 1, line, 1);
}
