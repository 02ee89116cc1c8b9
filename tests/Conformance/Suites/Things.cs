using System.Globalization;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Conformance.Suites;

/// <summary>The entities that the conformance suite works with.</summary>
public static class Things
{
    /// <summary>A property of each type; keys are text and given by the client.</summary>
    public static EntityDescription Entity { get; } = new(
        "Thing",
        new KeyDescription("id", KeyGiver.Client),
        [
            new("id", PropertyType.String) { Access = WriteAccess.Never },
            new("name", PropertyType.String) { Mandatory = true, MaxLength = 40 },
            new("code", PropertyType.String) { Access = WriteAccess.CreateOnly },
            new("note", PropertyType.String),
            new("count", PropertyType.Integer),
            new("price", PropertyType.Decimal),
            new("active", PropertyType.Boolean),
            new("day", PropertyType.Date),
            new("at", PropertyType.DateTime) { PrecisionTicks = TimeSpan.TicksPerMillisecond },
            new("parts", PropertyType.List)
            {
                Elements = new(
                    "partId",
                    [
                        new("partId", PropertyType.Integer) { Access = WriteAccess.Never },
                        new("pos", PropertyType.Integer) { Mandatory = true },
                        new("label", PropertyType.String) { MaxLength = 20 },
                        new("amount", PropertyType.Decimal),
                    ])
                {
                    Table = "ThingPart",
                    Parent = "thing",
                    OrderBy = "pos",
                },
            },
            new("modified", PropertyType.DateTime) { Access = WriteAccess.Never, PrecisionTicks = TimeSpan.TicksPerMillisecond },
        ])
    {
        Modified = "modified",
        NaturalKeys = [["code"]],
    };

    /// <summary>Keys are whole numbers and given by the system.</summary>
    public static EntityDescription Numbered { get; } = new(
        "Numbered",
        new KeyDescription("id", KeyGiver.System),
        [new("id", PropertyType.Integer) { Access = WriteAccess.Never }, new("name", PropertyType.String)]);

    /// <summary>All that is written, and the modification time.</summary>
    public static Shape Shape { get; } = new([.. Entity.Properties.Skip(1)]);

    public static Shape NumberedShape { get; } = new([.. Numbered.Properties.Skip(1)]);

    public static ReadRequest All => new(Entity, Shape);

    /// <summary>A part; without an id the system gives one.</summary>
    public static Value Part(Value id, long pos, string? label, decimal amount) =>
        Value.Element([id, Value.Integer(pos), Value.Text(label), Value.Decimal(amount)]);

    public static string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"k{number:000000}");

    public static int Place(string property) => Shape.IndexOf(property);

    public static Value Of(this Record record, string property) => record.Values[Place(property)];
}
