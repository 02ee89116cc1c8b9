using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

/// <summary>What users do in the circle, from a seed. People are named by their mail, so that the same is done whatever keys records got.</summary>
internal sealed class RandomHistory(int seed)
{
    private static readonly string[] Texts = ["Oslo", " Bergen ", "zürich", "Straße 5", "a longer text", "x", "Øst"];

    private readonly Random _random = new(seed);
    private int _people;

    public async Task PlayAsync(World world)
    {
        for (var round = 0; round < 4; round++)
        {
            for (var act = _random.Next(3, 10); act > 0; act--)
                Act(world);
            await world.RunAsync();
        }
    }

    private void Act(World world)
    {
        var system = $"s{_random.Next(CircleWorld.Systems)}/P";
        var (person, property, value) = (_random.Next(Math.Max(1, _people)), CircleWorld.Properties[_random.Next(4)], _random.Next(20));
        if (_people < 2 || _random.Next(3) == 0)
            world.Add($"{system}/u{_people}", $"mail: m{_people++}@x.no, name: N{value}, city: {Texts[value % Texts.Length]}");
        else if (KeyOf(world, system, person) is { } key)
            world.Edit($"{system}/{key}", property, ValueFor(property, value));
    }

    private static string? ValueFor(string property, int value) => property switch
    {
        _ when value % 7 == 0 => null,
        "price" => $"{value}.{value}{value}5",
        _ => Texts[value % Texts.Length],
    };

    private static string? KeyOf(World world, string entity, int person) =>
        world.Keys(entity).SingleOrDefault(key => world.Value($"{entity}/{key}", "mail") == $"m{person}@x.no");
}
