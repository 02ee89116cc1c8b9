using SesamTalk.Connectors.Memory;
using SesamTalk.Engine.Flows;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Running;

/// <summary>
/// Five systems in a circle of flows with a chord, each with its own manners: one shouts and is silent about it, one rounds and says
/// so, one cuts, one has a clock that is behind and no modification times, one takes keys.
/// </summary>
internal static class CircleWorld
{
    public const int Systems = 5;

    public static readonly string[] Properties = ["name", "city", "note", "price"];

    private const string Rows = "name = name; mail = mail; city = city; note = note; price = price";

    public static World Build()
    {
        var world = new World();
        for (var i = 0; i < Systems; i++)
            world.System($"s{i}", 10 * (i % 3), $"P{(i == 4 ? " [client keys]" : "")}: name, mail email, city, note, price decimal");
        for (var i = 0; i < Systems; i++)
            world.Flow($"round-{i}", $"s{i}/P", $"s{(i + 1) % Systems}/P", Rows, "mail");
        world.Flow("chord", "s1/P", "s3/P", Rows, "mail", CreatePolicy.Both);
        GiveManners(world);
        return world;
    }

    private static void GiveManners(World world)
    {
        world["s1/P"].Rewrite("city", Rewriting.Upper);
        world.Can("s1/P", c => c with { AnswersWithStoredState = false });
        world["s2/P"].Rewrite("price", Rewriting.Round(2));
        world.Can("s2/P", c => c with { AnswersWithStoredState = false, RewritesValues = true, WritesConditionally = false });
        world["s3/P"].Rewrite("note", Rewriting.Cut(5));
        world.Can("s3/P", c => c with { ReadsSince = false });
        world["s4/P"].Rewrite("name", Rewriting.Trim);
        world.Can("s4/P", c => c with { GivesModificationTimes = false });
        world.Memory["s4"].ClockSkew = TimeSpan.FromHours(-3);
    }
}
