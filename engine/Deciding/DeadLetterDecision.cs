using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>What becomes of what systems rejected (clause W4).</summary>
internal sealed class DeadLetterDecision(Desk desk)
{
    private readonly StateFile _state = desk.State;

    /// <summary>
    /// Lets the next run try again: with the same content where a record was rejected, by a complete read where it could not be read, and a
    /// create of which nothing tells whether it was made.
    /// </summary>
    public DecisionOutcome Retry(string record)
    {
        var creates = new UnclearCreates(desk);
        return creates.Of(record) is { Count: > 0 } unclear ? creates.MakeAgain(record, unclear) : With(record, letters =>
        {
            letters.ForEach(Retry);
            return DecisionOutcome.Done($"The next run tries {record} again.", "Next: 'sesamtalk run'.");
        });
    }

    /// <summary>Strikes it off the list: it is not tried again until the record changes.</summary>
    public DecisionOutcome Drop(string record) => With(record, letters =>
    {
        letters.ForEach(_state.DeadLetters.Drop);
        return DecisionOutcome.Done($"{record} is off the list.", "It is tried again when the record changes, or with 'sesamtalk dead-letters retry'.");
    });

    private void Retry(DeadLetter letter)
    {
        _state.DeadLetters.Remove(letter.Entity, letter.Id, letter.Kind);
        if (letter.Kind == DeadLetterTable.Read)
        {
            _state.Cursors.Void(letter.Entity);
        }
        else
        {
            _state.Pending.LeaveForNextRun(_state.Mirror.NameOf(letter.Id), letter.Entity, letter.Id);
        }
    }

    private DecisionOutcome With(string record, Func<List<DeadLetter>, DecisionOutcome> decide)
    {
        var letters = RecordName.Read(record) is { } name ? _state.DeadLetters.Of(name) : [];
        return letters.Count == 0
            ? DecisionOutcome.NotFound($"Nothing of {record} was rejected.", "'sesamtalk dead-letters list' lists what was; records are named system/entity/key.")
            : decide(letters);
    }
}
