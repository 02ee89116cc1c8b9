using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Simulation.Planting;

/// <summary>
/// A clause that is broken on purpose, to show that the simulation finds it. Where a clause stands between the engine and a system, or
/// between the engine and its state, it is broken there; where it lives inside the engine, it is broken in the model, which must then
/// differ from the engine just the same.
/// </summary>
/// <param name="Name">The clause, and what is done instead.</param>
internal sealed record PlantedFault(string Name)
{
    /// <summary>Stands between the engine and the systems.</summary>
    public Func<IConnector, IConnector>? Around { get; init; }

    /// <summary>Changes the flows that the engine runs.</summary>
    public Func<Flow, Flow>? InFlows { get; init; }

    /// <summary>Is done to the state when a run was killed.</summary>
    public string? AfterKill { get; init; }

    /// <summary>Is done to the state before each run.</summary>
    public string? BeforeRun { get; init; }

    /// <summary>Is broken in the model.</summary>
    public string? InModel { get; init; }

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PlantedFault> All { get; } =
    [
        new("O1 a read since a cursor loses half of its records") { Around = PlantedConnector.With(p => p with { LosesHalfOfReads = true }) },
        new("O1 the records that a cursor covers are not looked at after a kill") { AfterKill = "DELETE FROM pending" },
        new("C2 the intent of a create is not on disk") { AfterKill = "DELETE FROM intent" },
        new("C3 a create is repeated blindly") { Around = PlantedConnector.With(p => p with { RepeatsBlindly = true }) },
        new("W2 writes are never conditional") { Around = PlantedConnector.With(p => p with { OverwritesUnseen = true }) },
        new("W3 the answer is what was sent") { Around = PlantedConnector.With(p => p with { AnswersWhatWasSent = true }) },
        new("W4 a lost answer counts as done") { Around = PlantedConnector.With(p => p with { TakesLostForDone = true }) },
        new("T4 what a killed run had begun to create is forgotten") { AfterKill = "DELETE FROM creating" },
        new("T4 what was left for the next run is forgotten") { BeforeRun = "DELETE FROM pending" },
        new("I1 links are forgotten at a kill") { AfterKill = "DELETE FROM link" },
        new("R4 conflicts are not recorded") { BeforeRun = "DELETE FROM conflict; CREATE TRIGGER IF NOT EXISTS planted AFTER INSERT ON conflict BEGIN DELETE FROM conflict; END" },
        new("O2 what follows a write is its echo") { Around = PlantedConnector.With(p => p with { DropsEchoes = true }) },
        new("O5 half a read makes the other half gone") { Around = PlantedConnector.With(p => p with { ShowsHalf = true }) },
        new("O6 that a write was not seen yet is forgotten") { BeforeRun = "UPDATE record SET written = NULL, written_slots = NULL" },
        new("R4 on what rows agreed is forgotten") { BeforeRun = "UPDATE link SET agreed = x''" },
        new("T4 what was sent and not answered is forgotten") { AfterKill = "DELETE FROM sent" },
        new("D1 that records went is forgotten at a kill") { AfterKill = "DELETE FROM fate" },
        new("D2 every flow passes deletes on") { InFlows = flow => flow with { Delete = new DeletePolicy(DeleteKind.Propagate, []) } },
        new("D4 tombstones are forgotten") { BeforeRun = "DELETE FROM link WHERE state <> 0" },
        .. new[]
        {
            "O3 the clock of a system is believed", "O3 an edit may be earlier than what its author saw", "O3a an empty value is as good as any other", "O4 blanks count",
            "O6 a rewriting is an edit", "I2 nothing is linked by cluster", "I3 excepted values match", "I4 the first of several is linked",
            "I5 a cluster may hold two of an entity", "C1 it is created for both sides", "C4 a mandatory value is not waited for",
            "R1 who agrees keeps the lesser stamp", "R2 hops do not count", "R3 stamps are not compared", "R3 rank does not count", "R5 an empty value beats a value", "R5 references are not held",
            "R7 the sending side always wins", "R8 the first row always gives the value", "O3 fellows do not count",
            "R4 preferences do not count", "R4 review does not hold", "R5 on_link does not count", "R7 drift is an edit", "C1 conditions do not count", "R10 a key is copied", "G3 nothing is guarded",
            "O5 nothing is ever gone", "D1 a delete is not passed on", "D3 an edit does not save a record", "D4 a link is not taken up again",
            "R11 an element is not passed on", "R11 a removal is not passed on", "R11 a removal beats an edit that is later", "R11 a removal beats an element on a new link",
            "R11 an edit of one property is an edit of all",
        }.Select(name => new PlantedFault(name) { InModel = name }),
    ];
}
