using System.Globalization;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Histories;

/// <summary>What happens in one world.</summary>
internal sealed partial class Acts(Random random, WorldPlan world, Features features)
{
    private static readonly string[] Mails = ["a@x.no", "b@x.no", "C@x.no", "c@x.no", "d@x.no"];
    private static readonly string[] Names = ["", "", "pa", "pb", "pc"];
    private static readonly string[] Plain = ["x", "y", "z"];
    private static readonly string[] Ends = ["", "", "", "c", "cdef", "~", " words"];

    private readonly List<(string User, EntityPlan Entity)> _users = [];
    private readonly bool _strict = random.Next(100) < 65;
    private readonly bool _deletes = features.Deletes && random.Next(100) < 50;
    private readonly List<string> _deleted = [];
    private Act? _lastEdit;
    private int _deletedBefore;
    private int _usersBefore;
    private int _values;
    private string _last = "Aa";

    public IEnumerable<Act> All()
    {
        for (var runs = random.Next(1, 5); runs > 0; runs--)
        {
            var acts = random.Next(1, 9);
            var aimed = Aim(acts, isLast: runs == 1);
            for (acts -= aimed.Count; acts > 0; acts--)
            {
                yield return Chance(40) || _users.Count == 0 ? Add() : _deletes && Chance(_usersBefore > 0 ? 22 : 8) ? Delete() : Edit();
            }

            foreach (var act in aimed.Concat(Trouble()))
            {
                yield return act;
            }

            yield return Act.Run;
            (_deletedBefore, _usersBefore) = (_deleted.Count, _users.Count);
        }
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Any<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private Act Add()
    {
        var entity = Any(world.Entities);
        return Add(entity, entity.Description.Contains("-> P", StringComparison.Ordinal) && Chance(70) ? ReferenceIn(entity) : null);
    }

    private Act Add(EntityPlan entity, string? reference, string? mail = null, string? name = null)
    {
        var user = $"u{_users.Count:00}";
        _users.Add((user, entity));
        var values = new List<string> { $"m: {mail ?? Mail()}", $"n: {name ?? Any(Names)}" };
        values.AddRange(Plain.Where(_ => Chance(70)).Select(property => $"{property}: {Value()}"));
        values.AddRange(reference is null ? [] : [$"r: {reference}"]);
        values.AddRange(entity.HasList && Chance(90) ? [$"l: 1/{Value()}/{Value()} | 2/{Value()}/"] : []);
        return new Act("add", $"{user}@{entity.Path}", string.Join(", ", values.Where(value => !value.EndsWith(": ", StringComparison.Ordinal))));
    }

    private Act Edit() => _lastEdit = _lastEdit is { } edit && Chance(edit.Verb == "element" ? 65 : 20) ? Against(edit) : AnyEdit();

    // Somebody sets the same property elsewhere at the same time (R4).
    private Act Against(Act edit)
    {
        var elsewhere = world.Entities.Where(e => e.Path != edit.Entity && edit.Entity.Split('/')[1] == e.Name).ToArray();
        if (edit.Verb == "element")
        {
            var lists = elsewhere.Where(e => e.HasList).ToArray();
            return lists.Length == 0 || edit.Text == "turned" ? AnyEdit() : new Act("element", $"{edit.User}@{Any(lists).Path}", Element(edit.Text[0] - '0'));
        }

        var property = edit.Text.Split(':')[0];
        return elsewhere.Length == 0 || property is "m" or "n" or "r" ? AnyEdit() : new Act("edit", $"{edit.User}@{Any(elsewhere).Path}", $"{property}: {Value()}");
    }

    private Act AnyEdit()
    {
        var user = Any(_users);
        var entity = Chance(40) ? user.Entity : Any(world.Entities.Where(e => e.Name == user.Entity.Name || Chance(10)).ToArray());
        if (entity.HasList && Chance(50))
        {
            return new Act("element", $"{user.User}@{entity.Path}", Element(random.Next(1, 4)));
        }

        var property = Any(["x", "x", "y", "y", "z", "z", "m", "n", "r"]);
        var value = property switch
        {
            "m" => Mail(),
            "n" => Any(Names),
            "r" => entity.Description.Contains("-> P", StringComparison.Ordinal) ? ReferenceIn(entity) : null,
            _ => Chance(15) ? "" : Value(),
        };
        return value is null ? AnyEdit() : new Act("edit", $"{user.User}@{entity.Path}", $"{property}: {value}".TrimEnd());
    }

    // R11: an element is set or added, taken out, or all are put into another order.
    private string Element(int key) => Chance(20) ? $"{key} gone" : Chance(10) ? "turned" : $"{key} {Any(["v", "w"])} {Value()}";

    private Act Delete()
    {
        if (_deletedBefore > 0 && Chance(60))
        {
            return Restore(_deleted[random.Next(_deletedBefore)]);
        }

        if (_deleted.Count > 0 && Chance(15))
        {
            return Restore(Any(_deleted));
        }

        // Who was there before the last run may have a counterpart.
        var user = _usersBefore > 0 && Chance(70) ? _users[random.Next(_usersBefore)] : Any(_users);
        var entity = Chance(70) ? user.Entity : Any(world.Entities.Where(e => e.Name == user.Entity.Name).ToArray());
        return Delete(user.User, entity.Path);
    }

    private string? ReferenceIn(EntityPlan entity)
    {
        var there = _users.Where(user => user.Entity.Name == "P" && (user.Entity.System == entity.System || Chance(30))).ToList();
        return there.Count == 0 ? null : Any(there).User;
    }

    private string Mail() => Chance(35) ? $"u{random.Next(30)}@x.no" : Chance(15) ? "" : Any(Mails);

    // Two letters tell edits apart, whatever is cut off or shouted; now and then two people have the same thought.
    private string Value()
    {
        if (Chance(8))
        {
            // The same once more, but for a blank that does not count (O4).
            return _last.EndsWith('~') ? _last[..^1] : _last + "~";
        }

        var number = Chance(10) ? random.Next(4) : 26 + _values++;
        var letters = $"{(char)('A' + (number / 26 % 26))}{(char)('a' + (number % 26))}";
        return _last = (Chance(30) ? letters.ToUpperInvariant() : letters) + Any(Ends);
    }

    private IEnumerable<Act> Trouble()
    {
        while (Chance(35))
        {
            yield return _strict || Chance(40) ? Kill() : Fault();
        }

        if (Chance(15))
        {
            yield return new Act("fault", Any(world.Systems).Name, $"busy {random.Next(1, 4)}");
        }
    }

    private Act Kill() => new("kill", Chance(50) ? "call" : "commit", string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 25)} {(Chance(50) ? "before" : "after")}"));

    private Act Fault()
    {
        var system = Any(world.Systems).Name;
        return random.Next(9) switch
        {
            0 => new Act("fault", system, "unavailable"),
            1 => new Act("fault", system, "lose before"),
            2 => new Act("fault", system, "lose after"),
            3 => new Act("fault", system, "break-reads"),
            4 => new Act("fault", system, "fail-batches"),
            5 => new Act("fault", system, $"lose {(Chance(50) ? "half" : "after")}"),
            6 or 7 when _users.Count > 0 && Any(_users) is var user => new Act("meanwhile", $"{user.User}@{Any(world.Entities.Where(e => e.Name == user.Entity.Name).ToArray()).Path}", $"{Any(["x", "y", "z"])}: {Value()}"),
            _ => new Act("fault", system, $"reject {Any(["x", "y", "z"])}"),
        };
    }
}
