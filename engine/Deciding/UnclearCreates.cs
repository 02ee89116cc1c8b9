using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Deciding;

/// <summary>What becomes of creates of which nothing tells whether they were made, once a person has looked (clause C3).</summary>
internal sealed class UnclearCreates(Desk desk)
{
    private readonly StateFile _state = desk.State;

    /// <summary>The creates for a record that wait for a person. What no run has looked into yet does not.</summary>
    public List<Intent> Of(string record) => RecordName.Read(record) is { } name
        ?
        [
            .. desk.Context.Set.AllFlows.SelectMany(_state.Intents.Of)
                .Where(intent => _state.Mirror.NameOf(intent.Origin) == name && _state.Reviews.RuleOf(intent.Flow, intent.Side, intent.Origin) is not null),
        ]
        : [];

    /// <summary>They were not made, as the person says: the next run makes them.</summary>
    public DecisionOutcome MakeAgain(string record, List<Intent> creates)
    {
        foreach (var intent in creates)
        {
            _state.Reviews.RemoveUnresolved(intent.Flow, intent.Side, intent.Origin);
            _state.Intents.Remove(intent);
            _state.Mirror.MembersOf(_state.Mirror.ClusterOf(intent.Origin)).ForEach(desk.Context.Mark);
        }

        var where = string.Join(" and ", creates.Select(intent => intent.Entity.Name));
        return DecisionOutcome.Done($"The next run makes the counterpart of {record} in {where}.", "Is it there all the same, link the two first with 'sesamtalk links link'. Next: 'sesamtalk run'.");
    }
}
