namespace SesamTalk.Engine.Portraits;

/// <summary>Something that cannot be written, or not always.</summary>
/// <param name="What">A property as <c>system/entity.path</c>, or an entity as <c>system/entity</c>.</param>
/// <param name="Why">Why, as the rest of a sentence.</param>
public sealed record UnwritablePortrait(string What, string Why);
