using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.RowRules;

/// <summary>The type of a row is that of its target property.</summary>
internal sealed class RowTypeRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from row in flow.Rows
        where row is { Draft.Type: not null, Target: not null }
        let fault = Check(row.Draft.Type!.Value, row.Target!, flow.Target.ToString())
        where fault is not null
        select fault;

    private static Diagnostic? Check(Located<PropertyType> written, PropertyDescription target, string side) => written.Value switch
    {
        PropertyType.Reference => TypeFit.CanHoldKey(target.Type)
            ? null
            : RowFaults.KeyExpected(written.Place, target.Path, side, Words.Of(target.Type)),
        PropertyType.Any => null,
        _ => target.Type is PropertyType.Any || target.Type == written.Value
            ? null
            : RowFaults.TypeDiffers(written.Place, target.Path, side, Words.Of(target.Type), Words.Of(written.Value)),
    };
}
