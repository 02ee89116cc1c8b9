using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SetRules;

/// <summary>A flow is named like its file.</summary>
internal sealed class FileNameRule : ISetRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SetView set) =>
        from flow in set.Flows
        let stated = flow.Draft.StatedName
        where stated is not null && stated.Value.Value != flow.Name
        select SetFaults.NotNamedLikeFile(stated.Value.Place, stated.Value.Value, flow.Name);
}
