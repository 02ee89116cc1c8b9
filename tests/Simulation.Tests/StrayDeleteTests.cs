using SesamTalk.Simulation.Checking;
using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Planting;
using SesamTalk.TestKit;

namespace SesamTalk.Simulation.Tests;

/// <summary>What INV5 sees of a delete.</summary>
[Clause("D2")]
public sealed class StrayDeleteTests
{
    [Test]
    public async Task A_delete_by_a_flow_that_keeps_is_seen() =>
        (await CheckAsync("source", Planted("D2")))?.Invariant.Should().Be("INV5");

    [Test]
    public async Task A_delete_for_a_record_that_is_still_there_is_seen() =>
        (await CheckAsync("source propagate", Planted("O5 half")))?.Invariant.Should().Be("INV5");

    [Test]
    public async Task A_delete_that_is_passed_on_is_none() =>
        (await CheckAsync("source propagate", null)).Should().BeNull();

    private static PlantedFault Planted(string name) => PlantedFault.All.Single(fault => fault.Name.StartsWith(name, StringComparison.Ordinal));

    private static Task<Violation?> CheckAsync(string words, PlantedFault? planted) => new Checker(new Coverage()) { Planted = planted }.CheckAsync(HistoryText.Read(
        $"""
        system // s0 // 0 // 0
        system // s1 // 0 // 0
        entity // s0 // P: m email, n, x, y, z, e // no-feed
        entity // s1 // P: m email, n, x, y, z, e
        flow // f1 // s0/P // s1/P // {words} // m // m = m
        add // u00@s0/P // m: a@x.no
        add // u01@s0/P // m: b@x.no
        add // u02@s0/P // m: c@x.no
        run
        delete // u00@s0/P
        run
        """));
}
