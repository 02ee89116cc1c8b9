using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;

namespace SesamTalk.Simulation.Tests;

/// <summary>Histories as tests hold them.</summary>
internal static class Histories
{
    /// <summary>All invariants hold in a history that is given as text.</summary>
    public static async Task HoldAsync(string history) =>
        (await new Checker(new Coverage()).CheckAsync(HistoryText.Read(history)))?.ToString().Should().BeNull();
}
