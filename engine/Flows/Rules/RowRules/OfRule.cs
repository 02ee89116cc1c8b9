using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>A reference says what it refers to, and nothing else does.</summary>
internal sealed class OfRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set)
    {
        foreach (var row in flow.Draft.Rows)
        {
            if (row.Type is { Value: PropertyType.Reference } && row.Of is null)
            {
                yield return RowFaults.WithoutOf(row.Type.Value.Place);
            }
            else if (row is { Type: { Value: not PropertyType.Reference } type, Of: not null })
            {
                yield return RowFaults.OfWithoutReference(row.Of.Place, Words.Of(type.Value));
            }
        }
    }
}
