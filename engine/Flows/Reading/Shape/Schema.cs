using NJsonSchema;

namespace SesamTalk.Engine.Flows.Reading.Shape;

/// <summary>A JSON Schema in the two forms in which files are held against it, each made when it is first needed.</summary>
/// <param name="text">Gives its text.</param>
internal sealed class Schema(Func<string> text)
{
    private readonly Lazy<PlainShape> _plain = new(() => PlainShapeReader.Read(text()));
    private readonly Lazy<ExplainingSchema> _explaining = new(() => new ExplainingSchema(text()));

    /// <summary>What says yes or no.</summary>
    public PlainShape Plain => _plain.Value;

    /// <summary>What says where and why not.</summary>
    public JsonSchema Explaining => _explaining.Value.Schema;

    // Keeps the validator's own types out of those that are always loaded.
    private sealed class ExplainingSchema(string text)
    {
        public JsonSchema Schema { get; } = JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();
    }
}
