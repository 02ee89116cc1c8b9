using System.Collections.Immutable;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Writing;

/// <summary>One record to be written.</summary>
public abstract record WriteRequest;

/// <summary>A record to be created.</summary>
/// <param name="Key">Its key, where the client gives it; else <see langword="null"/>.</param>
/// <param name="Values">The values to set: the others are left to the system.</param>
/// <param name="IdempotencyKey">The same for each repetition of the same create.</param>
public sealed record CreateRequest(string? Key, ImmutableArray<PropertyValue> Values, string IdempotencyKey) : WriteRequest;

/// <summary>A record to be changed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Changes">The properties that change, each with what is believed to be there (clause W2).</param>
public sealed record UpdateRequest(string Key, ImmutableArray<PropertyChange> Changes) : WriteRequest;

/// <summary>A record to be deleted.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Expected">What is believed to be there (clause W2).</param>
public sealed record DeleteRequest(string Key, ImmutableArray<PropertyValue> Expected) : WriteRequest;

/// <summary>A value of a property.</summary>
/// <param name="Property">The place of the property in the shape of the batch.</param>
/// <param name="Value">Its value.</param>
public readonly record struct PropertyValue(int Property, Value Value);

/// <summary>A change of a property.</summary>
/// <param name="Property">The place of the property in the shape of the batch.</param>
/// <param name="Expected">What is believed to be there.</param>
/// <param name="Value">What it becomes.</param>
public readonly record struct PropertyChange(int Property, Value Expected, Value Value);
