using SesamTalk.Simulation.Histories;
using SesamTalk.Simulation.Planting;
using SesamTalk.Simulation.Playing;
using SesamTalk.Simulation.Reference;

namespace SesamTalk.Simulation.Checking;

/// <summary>Plays histories and says which invariant does not hold.</summary>
internal sealed class Checker(Coverage coverage)
{
    /// <summary>What is broken on purpose.</summary>
    public PlantedFault? Planted { get; init; }

    /// <summary>The first invariant that a history breaks; none if all hold.</summary>
    public async Task<Violation?> CheckAsync(History history)
    {
        try
        {
            await PlayAsync(history);
            return null;
        }
        catch (ViolationException failure)
        {
            return failure.Violation;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new Violation(failure.GetType().Name, failure.Message.Split('\n')[0] + " " + failure.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("SesamTalk", StringComparison.Ordinal))?.Trim());
        }
    }

    private async Task PlayAsync(History history)
    {
        var player = new Player(history, coverage) { Planted = Planted };
        if (!history.IsStrict)
        {
            await player.PlayAsync(new Variation(true, 7, 3));
            return;
        }

        var (settled, isClear) = await player.PlayAsync(Variation.None);
        if (isClear && history is { HasDecisions: false, World: { SpellsLate: false, HasLists: false } })
        {
            Compare("MODEL", Model.Play(history, Player.RunsToSettle, coverage, Planted?.InModel), settled);
        }

        var (shuffled, _) = await player.PlayAsync(new Variation(false, 5, 2));
        Compare("INV6", settled, shuffled);

        if (history.Acts.Any(act => act.Verb is "kill" or "fault"))
        {
            var (disturbed, alsoClear) = await player.PlayAsync(new Variation(true, null, 2));
            if (isClear && alsoClear && !history.World.SpellsLate)
            {
                Compare("INV9", settled, disturbed);
            }
        }
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
