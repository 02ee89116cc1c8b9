using System.Collections.Immutable;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Histories;

/// <summary>A world and what happens in it.</summary>
/// <param name="World">The world.</param>
/// <param name="Acts">What happens, in order.</param>
internal sealed record History(WorldPlan World, ImmutableArray<Act> Acts)
{
    /// <summary>Whether anybody deletes anything.</summary>
    public bool HasDeletes => Acts.Any(act => act.Verb == "delete");

    /// <summary>Whether a run is killed, or anything goes wrong in a system.</summary>
    public bool IsDisturbed => Acts.Any(act => act.Verb is "kill" or "fault");

    /// <summary>
    /// Whether somebody sets a property again to what an enforced row has taken back, in a system that answers nothing to a write: that may
    /// be the system's own doing (O6), and whether the engine has looked in between depends on where it was interrupted (T3).
    /// </summary>
    public bool DefiesInSilence => Acts.Where(act => act.Verb == "edit" && World.Entity(act.Entity).Is("silent"))
        .SelectMany(act => GivenValues.Read(act.Text).Where(value => World.IsEnforcedOn(act.Entity, value.Property))
            .Select(value => (act.Subject, value.Property, Value: GivenValues.Essence(value.Property, value.Value))))
        .CountBy(edit => edit).Any(edit => edit.Value > 1);

    /// <summary>Whether one outcome alone is right: all that goes wrong are kills and waits, from which the engine must recover without a trace (INV9).</summary>
    public bool IsStrict => !World.LetsSourcesOvertake && !World.TakesTwoForOne && !DefiesInSilence && Acts.All(act => act.Verb != "meanwhile" && (act.Verb != "fault" || act.Text.StartsWith("busy", StringComparison.Ordinal)));
}

/// <summary>
/// One thing that happens: <c>add u1@s0/P "m: a, x: b"</c>, <c>edit u1@s1/P "x: new"</c>, <c>element u1@s1/P "2 v new"</c>, <c>delete u1@s1/P</c>, <c>restore u1@s1/P "x: old"</c>, <c>run</c>, <c>kill "call 5 after"</c>,
/// <c>fault s1 unavailable</c>. Kills and faults are for the next run. A record is named by a record that a user added, and the entity:
/// whichever record of that entity is in its cluster.
/// </summary>
/// <param name="Verb">What.</param>
/// <param name="Subject">To whom.</param>
/// <param name="Text">How.</param>
internal sealed record Act(string Verb, string Subject = "", string Text = "")
{
    /// <summary>A run.</summary>
    public static Act Run { get; } = new("run");

    /// <summary>The user's record that names the subject.</summary>
    public string User => Subject.Split('@')[0];

    /// <summary>The entity of the subject.</summary>
    public string Entity => Subject.Split('@')[1];
}
