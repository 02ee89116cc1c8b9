using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading.Drafts;

namespace SesamTalk.Engine.Portraits;

/// <summary>Tells in words what becomes of the counterpart of a record that is gone (clause D1).</summary>
internal static class DeleteWords
{
    /// <summary>The sentence.</summary>
    public static string Of(FlowDraft flow) => flow.Delete switch
    {
        DeleteKind.Propagate => "When a record is deleted, its counterpart is deleted as well.",
        DeleteKind.Archive => $"When a record is deleted, its counterpart is given {string.Join(", ", flow.Archive.Select(Value))}.",
        _ => "When a record is deleted, its counterpart stays, and the link ends.",
    };

    private static string Value(ArchivedValueDraft value) =>
        $"{value.Path.Value} = {(value.Value.Value.Length == 0 ? "nothing" : value.Value.Value)} in the {(value.IsTarget ? "target" : "source")}";
}
