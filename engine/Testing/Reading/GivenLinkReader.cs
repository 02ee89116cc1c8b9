using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Testing.Reading;

/// <summary>Reads given links: <c>{ Customer/7: Accounts/a7 }</c>.</summary>
internal sealed class GivenLinkReader(FlowView flow, ICollection<Diagnostic> faults)
{
    /// <summary>The links that name two records.</summary>
    public ImmutableArray<GivenLink> Read(MappingNode? links) => [.. (links?.Entries ?? []).Select(Read).OfType<GivenLink>()];

    private GivenLink? Read(MappingEntry entry)
    {
        var source = Key(NodeReading.Located(entry.Key), flow.Source);
        var target = Key(NodeReading.Located((ScalarNode)entry.Value), flow.Target);
        return source is null || target is null ? null : new GivenLink(source, target);
    }

    private GivenKey? Key(Located<string> text, FlowEnd end)
    {
        var (entity, key) = text.Value.Split('/', 2) is [{ Length: > 0 } name, { Length: > 0 } rest] ? (name, rest) : (text.Value, string.Empty);
        if (key.Length == 0)
        {
            faults.Add(TestFaults.NoRecord(text.Place, text.Value));
            return null;
        }

        if (end.System is { KnowsEntities: true } system && system.Entity(entity) is null)
        {
            faults.Add(TestFaults.UnknownEntity(PartOf(text.Place, 0, entity.Length), entity, system.Name, system.EntityNames));
            return null;
        }

        return Fits(text.Place, entity, key, end) ? new GivenKey(entity, key, text.Place) : null;
    }

    private bool Fits(Place place, string entity, string key, FlowEnd end)
    {
        if (end.System?.Entity(entity) is not { } description || description.Property(description.Key.Property) is not { } property || Coercion.TryCoerce(Value.Text(key), property.Type, out _))
        {
            return true;
        }

        faults.Add(TestFaults.NoKey(PartOf(place, entity.Length + 1, key.Length), key, entity, Words.Of(property.Type)));
        return false;
    }

    private static Place PartOf(Place place, int at, int length) => place.EndLine != place.Line || place.EndColumn - place.Column < at + length
        ? place
        : place with { Column = place.Column + at, EndColumn = place.Column + at + length };
}
