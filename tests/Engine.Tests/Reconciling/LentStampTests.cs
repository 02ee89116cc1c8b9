using SesamTalk.TestKit;
using SesamTalk.TestKit.Worlds;

namespace SesamTalk.Engine.Tests.Reconciling;

/// <summary>
/// One save names several properties of a record. A value may reach a property under the stamp of another one of them (R8), while a copy
/// of the very property comes there by another way, converted more often (decision 0006).
/// </summary>
[Clause("R8"), Clause("R2")]
public sealed class LentStampTests
{
    private const string First = "a/P/p1";

    [Test]
    public async Task A_copy_of_the_property_is_nearer_than_a_value_under_the_stamp_of_its_condition()
    {
        using var world = await SettledAsync("y = x if n in yes", "n: no, x: before, y: other");
        world.Value(world.Only("c/P"), "x").Should().Be("before");
        world.Edit(First, "n", "yes").EditNow(First, "x", "said");
        await world.RunAsync();

        await AllHoldWhatWasSaidAsync(world);
    }

    [Test]
    public async Task A_copy_of_the_property_is_nearer_than_a_value_under_the_stamp_of_an_earlier_row()
    {
        using var world = await SettledAsync("n = x; y = x", "n: before, x: before, y: other");
        world.Edit(First, "n", null).EditNow(First, "x", "said");
        await world.RunAsync();

        await AllHoldWhatWasSaidAsync(world);
    }

    private static async Task AllHoldWhatWasSaidAsync(World world)
    {
        world.Value(First, "x").Should().Be("said");
        world.Value(world.Only("b/P"), "x").Should().Be("said");
        world.Value(world.Only("c/P"), "x").Should().Be("said");
        (await world.CountWritesAsync()).Should().Be(0);
    }

    // From a to c there are two ways: through b, which copies the property, and straight, where another property gives it.
    private static async Task<World> SettledAsync(string straight, string values)
    {
        var world = new World()
            .System("a", 10, "P: mail email, n, x, y").System("b", 20, "P: mail email, x").System("c", 30, "P: mail email, x")
            .Flow("ab", "a/P", "b/P", "mail = mail; x = x", "mail")
            .Flow("bc", "b/P", "c/P", "mail = mail; x = x", "mail")
            .Flow("ac", "a/P", "c/P", $"mail = mail; {straight}", "mail")
            .Add(First, $"mail: a@x.no, {values}");
        await world.RunAsync();
        return world;
    }
}
