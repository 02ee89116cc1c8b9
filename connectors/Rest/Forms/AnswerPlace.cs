namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>A place in an answer.</summary>
/// <param name="Path">Names joined by points, in the body, or in the JSON that the header holds; <see langword="null"/> for the header as a whole.</param>
/// <param name="Header">The header; <see langword="null"/> for the body.</param>
internal sealed record AnswerPlace(string? Path, string? Header = null);
