using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Conformance.Vendors;

/// <summary>One request of the suite, as the vendor's entity sees it, and back.</summary>
internal sealed class LikenessView
{
    private readonly ReadRequest _suite;
    private readonly Likeness _likeness;
    private readonly KeyNames _names;

    private readonly EntityDescription _entity;

    // For each property of the suite the path in the vendor's entity, and its place in the vendor's shape; null and -1 where it has none.
    private readonly ImmutableArray<string?> _paths;
    private readonly ImmutableArray<int> _places;

    public LikenessView(ReadRequest suite, EntityDescription entity, Likeness likeness, KeyNames names)
    {
        (_suite, _likeness, _names, _entity) = (suite, likeness, names, entity);
        _paths = [.. suite.Shape.Properties.Select(property => VendorPath(entity, property.Path))];
        var there = _paths.OfType<string>().Concat(likeness.Given.Keys).Distinct().ToList();
        _places = [.. _paths.Select(path => path is null ? -1 : there.IndexOf(path))];
        Request = new ReadRequest(entity, new Shape([.. there.Select(path => entity.Property(path)!)]), suite.BatchSize);
    }

    public ReadRequest Request { get; }

    public string PathOf(string property) => _likeness.Properties.TryGetValue(property, out var path) ? path : throw Lacking(property);

    public RecordBatch Show(RecordBatch batch) => batch with { Records = [.. batch.Records.Select(Show)], Deleted = [.. batch.Deleted.Select(_names.NameOf)] };

    public WriteOutcome Show(WriteOutcome outcome) => outcome switch
    {
        Written written => new Written(_names.NameOf(written.Key), written.Stored is { } stored ? Show(stored) : null),
        Changed { Current: { } current } => new Changed(Show(current)),
        Rejected rejected => new Rejected(Show(rejected.Message)),
        _ => outcome,
    };

    public WriteRequest Hide(WriteRequest request, bool takesKeys) => request switch
    {
        CreateRequest create => new CreateRequest(takesKeys ? create.Key : null, [.. create.Values.Select(Hide), .. Given()], create.IdempotencyKey),
        UpdateRequest update => new UpdateRequest(
            _names.KeyOf(update.Key), [.. update.Changes.Select(it => new PropertyChange(PlaceOf(it.Property), Hide(it.Property, it.Expected), Hide(it.Property, it.Value)))]),
        DeleteRequest delete => new DeleteRequest(_names.KeyOf(delete.Key), [.. delete.Expected.Select(Hide)]),
        _ => request,
    };

    private IEnumerable<PropertyValue> Given() => _likeness.Given.Select(it => new PropertyValue(Request.Shape.IndexOf(it.Key), it.Value));

    private PropertyValue Hide(PropertyValue given) => new(PlaceOf(given.Property), Hide(given.Property, given.Value));

    private Value Hide(int place, Value value) => Lists(place) is var (parts, suite, vendor) ? parts.Hide(value, suite, vendor) : value;

    private Value Show(int place, Value value) => Lists(place) is var (parts, suite, vendor) ? parts.Show(value, suite, vendor) : value;

    private (ListLikeness Parts, ElementsDescription Suite, ElementsDescription Vendor)? Lists(int place) =>
        _paths[place] is { } path && path == _likeness.Parts?.Property ? (_likeness.Parts, _suite.Shape.Properties[place].Elements!, _entity.Property(path)!.Elements!) : null;

    private int PlaceOf(int place) => _places[place] >= 0 ? _places[place] : throw Lacking(_suite.Shape.Properties[place].Path);

    private Record Show(Record record)
    {
        var name = _names.NameOf(record.Key);
        Value[] values = [.. _places.Select((place, i) => _suite.Shape.Properties[i].Path == _suite.Entity.Key.Property ? Value.Text(name) : place >= 0 ? Show(i, record.Values[place]) : Value.None)];
        return new Record(name, values, record.Modified);
    }

    // What a description forbids is said in the vendor's names for the properties.
    private string Show(string message) => _suite.Shape.Properties.Zip(_paths).Aggregate(
        message, (text, it) => it.Second is null ? text : text.Replace($"'{it.Second}'", $"'{it.First.Path}'", StringComparison.Ordinal));

    private string? VendorPath(EntityDescription entity, string path) =>
        path == _suite.Entity.Key.Property ? entity.Key.Property
        : path == _suite.Entity.Modified ? entity.Modified
        : path == "parts" ? _likeness.Parts?.Property
        : _likeness.Properties.GetValueOrDefault(path);

    private static IgnoreException Lacking(string property) => new($"The vendor's entity has nothing like '{property}'.");
}
