namespace SesamTalk.Engine.Values;

/// <summary>What the state holds is not what was written there: a disk has spoilt it, or another program.</summary>
/// <param name="message">What is wrong with it.</param>
internal sealed class DamagedBytesException(string message) : Exception(message);
