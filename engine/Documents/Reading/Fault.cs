namespace SesamTalk.Engine.Documents;

/// <summary>What is wrong in a document, without the place.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Help">What was expected, and the cure.</param>
internal readonly record struct Fault(string Code, string Message, string Help);
