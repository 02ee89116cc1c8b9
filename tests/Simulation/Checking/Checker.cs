using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Planting;
using SesamTalk.Simulation.Playing;
using SesamTalk.Simulation.Reference;

namespace SesamTalk.Simulation.Checking;

/// <summary>Plays histories and says which invariant does not hold.</summary>
internal sealed class Checker(Coverage coverage)
{
    private static readonly Variation Undisturbed = Variation.None;
    private static readonly Variation InAnotherOrder = new(false, 5, 2);
    private static readonly Variation Disturbed = new(true, null, 2);
    private static readonly Variation Careless = new(true, 7, 3);

    private Variation? _played;

    /// <summary>What is broken on purpose.</summary>
    public PlantedFault? Planted { get; init; }

    /// <summary>What came up before, if it is to be looked for again: plays in which it cannot come up are left out.</summary>
    public Violation? Sought { get; init; }

    /// <summary>The first invariant that a history breaks; none if all hold.</summary>
    public async Task<Violation?> CheckAsync(History history)
    {
        try
        {
            await PlayAsync(history);
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return ViolationOf(failure) with { Played = _played };
        }
    }

    /// <summary>What a history settles to if nothing disturbs it, where the model says exactly what that is; else none.</summary>
    public async Task<Snapshot?> SettleAsync(History history)
    {
        try
        {
            var played = await PlayAsync(history, Undisturbed);
            return played.IsClear && history.IsStrict && !history.World.SpellsLate ? played.Settled : null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>How the model differs from what there is.</summary>
    /// <param name="history">The history.</param>
    /// <param name="settled">What there is after it.</param>
    /// <param name="broken">The clause that the model breaks on purpose.</param>
    public Violation? Differs(History history, Snapshot settled, string? broken)
    {
        try
        {
            HoldAgainstModel(history, settled, broken);
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return ViolationOf(failure);
        }
    }

    private void HoldAgainstModel(History history, Snapshot settled, string? broken) =>
        Compare("MODEL", Model.Play(history, Player.RunsToSettle, coverage, broken), settled);

    private static Violation ViolationOf(Exception failure) => failure is ViolationException { Violation: var violation }
        ? violation
        : new Violation(failure.GetType().Name, failure.Message.Split('\n')[0] + " " + failure.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("SesamTalk", StringComparison.Ordinal))?.Trim());

    private async Task PlayAsync(History history)
    {
        if (!history.IsStrict)
        {
            await PlayAsync(history, Careless);
            return;
        }

        if (Sought?.Played is { } alone)
        {
            await PlayAsync(history, alone);
            return;
        }

        var undisturbed = await PlayAsync(history, Undisturbed);
        var settled = undisturbed.Settled;
        if (undisturbed.IsClear && !history.World.SpellsLate)
        {
            HoldAgainstModel(history, settled, Planted?.InModel);
        }

        if (Sought is null or { Invariant: "INV6" })
        {
            Compare("INV6", settled, (await PlayAsync(history, InAnotherOrder)).Settled);
        }

        if (Sought is null or { Invariant: "INV9" } && history.IsDisturbed)
        {
            var disturbed = await PlayAsync(history, Disturbed);
            if (!history.World.SpellsLate && AreComparable(undisturbed, disturbed))
            {
                Compare("INV9", settled, disturbed.Settled);
            }
        }
    }

    private bool AreComparable(params Outcome[] outcomes)
    {
        coverage.Count("T3 left open by hearsay", outcomes.Any(outcome => outcome.HasHearsay) ? 1 : 0);
        return outcomes.All(outcome => outcome is { IsClear: true, HasHearsay: false });
    }

    private async Task<Outcome> PlayAsync(History history, Variation variation)
    {
        _played = variation;
        var outcome = await new Player(history, coverage) { Planted = Planted }.PlayAsync(variation);
        _played = null;
        return outcome;
    }

    // T3: but for spelling.
    private void Compare(string invariant, Snapshot one, Snapshot other)
    {
        if (!one.Lines(essence: false).SequenceEqual(other.Lines(essence: false)))
        {
            coverage.Count($"{invariant} spelt otherwise");
        }

        var (left, right) = (one.Lines(essence: true), other.Lines(essence: true));
        if (!left.SequenceEqual(right))
        {
            throw new ViolationException(new Violation(
                invariant, $"\n  - {string.Join("\n  - ", left.Except(right))}\n  + {string.Join("\n  + ", right.Except(left))}"));
        }
    }
}
