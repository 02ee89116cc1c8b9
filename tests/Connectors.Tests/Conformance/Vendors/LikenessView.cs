using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Tests.Conformance.Vendors;

/// <summary>One request of the suite, as the vendor's entity sees it, and back.</summary>
internal sealed class LikenessView
{
    private readonly ReadRequest _suite;
    private readonly Likeness _likeness;
    private readonly KeyNames _names;

    // For each property of the suite its place in the vendor's shape; -1 where it has none.
    private readonly int[] _places;

    public LikenessView(ReadRequest suite, EntityDescription entity, Likeness likeness, KeyNames names)
    {
        (_suite, _likeness, _names) = (suite, likeness, names);
        var paths = suite.Shape.Properties.Select(property => VendorPath(entity, property.Path)).ToList();
        var there = paths.OfType<string>().Distinct().ToList();
        _places = [.. paths.Select(path => path is null ? -1 : there.IndexOf(path))];
        Request = new ReadRequest(entity, new Shape([.. there.Select(path => entity.Property(path)!)]), suite.BatchSize);
    }

    public ReadRequest Request { get; }

    public string PathOf(string property) => _likeness.Properties.TryGetValue(property, out var path) ? path : throw Lacking(property);

    public RecordBatch Show(RecordBatch batch) => batch with { Records = [.. batch.Records.Select(Show)], Deleted = [.. batch.Deleted.Select(_names.NameOf)] };

    public WriteOutcome Show(WriteOutcome outcome) => outcome switch
    {
        Written written => new Written(_names.NameOf(written.Key), written.Stored is { } stored ? Show(stored) : null),
        Changed { Current: { } current } => new Changed(Show(current)),
        _ => outcome,
    };

    public WriteRequest Hide(WriteRequest request, bool takesKeys) => request switch
    {
        CreateRequest create => new CreateRequest(KeyFor(create, takesKeys), [.. create.Values.Select(value => new PropertyValue(PlaceOf(value.Property, value.Value), value.Value))], create.IdempotencyKey),
        UpdateRequest update => new UpdateRequest(_names.KeyOf(update.Key), [.. update.Changes.Select(change => new PropertyChange(PlaceOf(change.Property, change.Value), change.Expected, change.Value))]),
        DeleteRequest delete => new DeleteRequest(_names.KeyOf(delete.Key), [.. delete.Expected.Select(expected => new PropertyValue(PlaceOf(expected.Property, expected.Value), expected.Value))]),
        _ => request,
    };

    private string? KeyFor(CreateRequest create, bool takesKeys)
    {
        if (takesKeys || create.Key is null)
            return create.Key;
        if (_names.Knows(create.Key))
            Assert.Ignore("The vendor gives the keys itself.");
        return null;
    }

    private int PlaceOf(int place, Value value)
    {
        var property = _suite.Shape.Properties[place];
        if (property.Access == WriteAccess.Never || (value.Kind == ValueKind.Text && value.AsText.Length > property.MaxLength))
            Assert.Ignore("What is forbidden is the vendor's own description's to say.");
        return _places[place] >= 0 ? _places[place] : throw Lacking(property.Path);
    }

    private Record Show(Record record)
    {
        var name = _names.NameOf(record.Key);
        Value[] values = [.. _places.Select((place, i) => _suite.Shape.Properties[i].Path == _suite.Entity.Key.Property ? Value.Text(name) : place >= 0 ? record.Values[place] : Value.None)];
        return new Record(name, values, record.Modified);
    }

    private string? VendorPath(EntityDescription entity, string path) =>
        path == _suite.Entity.Key.Property ? entity.Key.Property
        : path == _suite.Entity.Modified ? entity.Modified
        : _likeness.Properties.GetValueOrDefault(path);

    private static IgnoreException Lacking(string property) => new($"The vendor's entity has nothing like '{property}'.");
}
