using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Portraits;

/// <summary>Tells in words what a flow creates, and for whom (clause C1).</summary>
internal static class CreateWords
{
    /// <summary>A sentence for each side, the target first.</summary>
    public static IEnumerable<string> Of(FlowView flow) => new[] { flow.Target, flow.Source }.Select(end => Sentence(flow, end));

    private static string Sentence(FlowView flow, FlowEnd end)
    {
        if (!flow.CreatesAt(end))
        {
            return $"Nothing is created in {end}.";
        }

        var whom = $"{flow.Across(end)} without a counterpart";
        return flow.Draft switch
        {
            { CreateOnReference: { IsEmpty: false } entities } =>
                $"A record of {end} is created for a record of {whom}, once a synchronised {string.Join(" or ", entities.Select(e => e.Value))} refers to it.",
            { CreateWhen: { } when } when ConditionWords.Of(when, "source", "target") is { } condition =>
                $"A record of {end} is created for a record of {whom}, if {condition}.",
            { CreateWhen: not null } => $"A record of {end} is created for a record of {whom}, under a condition that is still to be written; until then none is.",
            _ => $"A record of {end} is created for every record of {whom}.",
        };
    }
}
