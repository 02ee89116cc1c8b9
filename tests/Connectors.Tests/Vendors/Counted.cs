using SesamTalk.Connectors.Reading;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Connectors.Tests.Vendors;

/// <summary>How many calls it takes to read all entities of a system, completely and since.</summary>
internal sealed class Counted(VendorWorld world, params IReadOnlyList<string> entities)
{
    private readonly Dictionary<string, string?> _cursors = [];

    public Task<List<CallLog.Call>> FirstAsync() => CountAsync("first read", entity => world.CompleteAsync(world.Request(entity)));

    public Task<List<CallLog.Call>> NextAsync() => CountAsync("read since", entity => world.SinceAsync(world.Request(entity), _cursors[entity]));

    private async Task<List<CallLog.Call>> CountAsync(string what, Func<string, Task<(List<Record> Records, string? Cursor)>> read)
    {
        var shown = 0;
        var calls = await world.CallsOfAsync(async () =>
        {
            foreach (var entity in entities)
            {
                (var records, _cursors[entity]) = await read(entity);
                shown += records.Count;
            }
        });
        await TestContext.Out.WriteLineAsync($"{world.StandIn.System}, {what}: {calls.Count} calls for {shown} records");
        return calls;
    }
}
