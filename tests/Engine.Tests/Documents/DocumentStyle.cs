namespace SesamTalk.Engine.Tests.Documents;

/// <summary>How a generation of documents is printed, where it makes no difference to what they say.</summary>
/// <param name="LineEnd">What lines end in.</param>
/// <param name="Introduction">The introduction's heading.</param>
/// <param name="TypeCell">What stands before the third cell of a property row.</param>
/// <param name="TightBlanks">Whether the blank after the sign of a blank cell is left out.</param>
internal sealed record DocumentStyle(string LineEnd, string Introduction, string TypeCell, bool TightBlanks)
{
    public static DocumentStyle Usual { get; } = new("\n", "Introduction", "     - ", false);
}
