using SesamTalk.Connectors.Descriptions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Selecting;

namespace SesamTalk.Engine.Flows.Rules.FlowRules;

/// <summary>The properties that rows, conditions and match rules name must be properties of their entities, or of elements of their lists.</summary>
internal sealed class UnknownPropertyRule : IFlowRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(FlowView flow, SetView set) =>
        from end in flow.Ends
        where end.Entity is not null
        from path in flow.PathsAt(end)
        where end.Find(path.Value) is null
        select Fault(end, end.Entity!, path);

    private static Diagnostic Fault(FlowEnd end, EntityDescription entity, Located<string> path)
    {
        var reading = PathReader.Read(path.Value);
        return reading.Fault is { } fault ? SelectionFaults.Unreadable(PartOf(path, fault.At, 1), path.Value, fault.Message)
            : reading.Path is { } selecting ? Fault(end, entity, path, selecting)
            : !end.IsElement && ElementSelection.ListBefore(entity, path.Value) is { } list ? Unknown(path, path.Value[(list.Path.Length + 1)..], list.Path.Length + 1, NameOf(end, list), list.Elements!.Properties)
            : Unknown(path, path.Value, 0, end.ToString(), entity.Properties);
    }

    private static Diagnostic Fault(FlowEnd end, EntityDescription entity, Located<string> path, SelectingPath selecting)
    {
        if (entity.Property(selecting.List) is not { } list)
        {
            return Unknown(path, selecting.List, 0, end.ToString(), entity.Properties);
        }

        if (list.Elements is not { } elements || end.IsElement)
        {
            return SelectionFaults.NoElements(PartOf(path, 0, selecting.List.Length), list.Path, end.ToString());
        }

        var property = path.Value.Length - selecting.Property.Length;
        return elements.Property(selecting.Discriminator) is not { } discriminator ? Unknown(path, selecting.Discriminator, list.Path.Length + 1, NameOf(end, list), elements.Properties)
            : elements.Property(selecting.Property) is null ? Unknown(path, selecting.Property, property, NameOf(end, list), elements.Properties)
            : SelectionFaults.NeverHolds(PartOf(path, list.Path.Length, property - 1 - list.Path.Length), selecting.Wanted, discriminator.Path, Words.Of(discriminator.Type));
    }

    private static string NameOf(FlowEnd end, PropertyDescription list) => $"the elements of {end}.{list.Path}";

    private static Diagnostic Unknown(Located<string> path, string name, int at, string owner, IEnumerable<PropertyDescription> legal) =>
        RowFaults.UnknownProperty(PartOf(path, at, name.Length), name, owner, [.. legal.Select(p => p.Path)]);

    // Of a path that stands in the file letter by letter, in quotes or not, the part is pointed at.
    private static Place PartOf(Located<string> path, int at, int length)
    {
        var place = path.Place;
        var quotes = place.EndColumn - place.Column - path.Value.Length;
        var begin = place.Column + (quotes / 2) + at;
        return at == 0 && length == path.Value.Length || place.Line != place.EndLine || quotes is not (0 or 2)
            ? place
            : place with { Column = begin, EndColumn = begin + length };
    }
}
