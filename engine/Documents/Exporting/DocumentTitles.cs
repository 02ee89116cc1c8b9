using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Documents;

/// <summary>Finds the document that a flow belongs to.</summary>
internal static class DocumentTitles
{
    /// <summary>The names of the systems of a workspace.</summary>
    public static NameResolution Names(SetView set) =>
        new(set.Systems.Select(system => new KnownSystem(system.Name, [.. system.Draft.Names.Select(name => name.Value)], system.Entities)));

    /// <summary>The title of the document of a flow: what the flow says, else what documents call its two systems.</summary>
    public static string Of(Flows.Reading.Drafts.FlowDraft flow, NameResolution names)
    {
        string Called(SideDraft side) => names.Find(side.System.Value)?.Names.FirstOrDefault() ?? side.System.Value;
        return flow.Document ?? new DocumentTitle(Called(flow.Source), Called(flow.Target)).ToString();
    }
}
