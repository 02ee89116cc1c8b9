using SesamTalk.Connectors.Writing;
using SesamTalk.Engine.Mapping;

namespace SesamTalk.Engine.Deleting;

/// <summary>A counterpart that is to be deleted or archived.</summary>
/// <param name="Link">The link that is broken.</param>
/// <param name="Verdict">Which of both.</param>
internal sealed record Order(BrokenLink Link, Verdict Verdict)
{
    /// <summary>The values of an archived record that the counterpart does not have yet.</summary>
    public IEnumerable<ArchivedProperty> Changes =>
        Link.Archive.Where(archived => !Link.LeftEntity.Forms[archived.Property].Same(archived.Value, Link.Left.Values[archived.Property]));

    /// <summary>What is sent, with what is believed to be there (clause W2).</summary>
    public WriteRequest Request() => Verdict == Verdict.Delete
        ? new DeleteRequest(Link.Left.Name.Key, [.. Believed()])
        : new UpdateRequest(Link.Left.Name.Key, [.. Changes.Select(archived => new PropertyChange(archived.Property, Link.Left.Values[archived.Property], archived.Value))]);

    private IEnumerable<PropertyValue> Believed()
    {
        for (var place = 0; place < Link.Left.Values.Length; place++)
        {
            if (!Link.Left.Stamps[place].IsUnknown)
            {
                yield return new PropertyValue(place, Link.Left.Values[place]);
            }
        }
    }
}
