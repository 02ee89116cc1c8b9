using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Values;

namespace SesamTalk.Connectors.Rest.Json;

/// <summary>A place in the values of a row, and how it is read.</summary>
/// <param name="Index">The place.</param>
/// <param name="Property">What is read.</param>
/// <param name="Form">How it is written in JSON.</param>
internal sealed record Slot(int Index, PropertyDescription Property, ValueForm Form)
{
    /// <summary>How its elements are read, where it is a list of elements; <see langword="null"/> elsewhere.</summary>
    public ElementPlan? Elements { get; init; }
}
