using System.Collections.Immutable;
using SesamTalk.Connectors.Values;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Testing;

/// <summary>A record, or an element of a list, as a test states it: the properties that it names, with their values.</summary>
/// <param name="Values">The values, in the order of the file.</param>
/// <param name="Node">What is written.</param>
internal sealed record TestRecord(ImmutableArray<TestValue> Values, SourceNode Node)
{
    /// <summary>Whether the test states that there is no record.</summary>
    public bool IsNone => Node is ScalarNode;

    /// <summary>Where it stands.</summary>
    public Place Place => Node.Place;

    /// <summary>What is stated of a property.</summary>
    public TestValue? Find(string path) => Values.FirstOrDefault(value => value.Path == path);

    /// <summary>The record without what does not pass a filter.</summary>
    public TestRecord Where(Func<TestValue, bool> filter) => this with { Values = [.. Values.Where(filter)] };
}

/// <summary>A value that a test states.</summary>
/// <param name="Path">The property.</param>
/// <param name="Value">The value, in the type of the property; of a list of elements none.</param>
/// <param name="Node">What is written.</param>
internal sealed record TestValue(string Path, Value Value, SourceNode Node)
{
    /// <summary>The elements, where the property is a list of elements.</summary>
    public ImmutableArray<TestRecord>? Elements { get; init; }
}
