using SesamTalk.Engine.Deciding;

namespace SesamTalk.TestKit.Worlds;

/// <summary>What a person decides in a world, a second after what was before it.</summary>
public sealed partial class World
{
    /// <summary>A person links two records.</summary>
    public DecisionOutcome Link(string one, string other) => Decide(decisions => decisions.Link(FlowSet, one, other));

    /// <summary>A person unlinks two records.</summary>
    public DecisionOutcome Unlink(string one, string other) => Decide(decisions => decisions.Unlink(FlowSet, one, other));

    /// <summary>A person decides a conflict.</summary>
    public DecisionOutcome Resolve(long conflict, TakenSide taken) => Decide(decisions => decisions.Resolve(FlowSet, conflict, taken));

    /// <summary>A person wants a rejected record to be tried again.</summary>
    public DecisionOutcome Retry(string record) => Decide(decisions => decisions.Retry(FlowSet, record));

    /// <summary>A person strikes a rejected record off the list.</summary>
    public DecisionOutcome Drop(string record) => Decide(decisions => decisions.Drop(FlowSet, record));

    private DecisionOutcome Decide(Func<Decisions, DecisionOutcome> decide)
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return decide(new Decisions(Clock, _identifiers));
    }
}
