using System.Xml;

namespace SesamTalk.Cli.Output;

/// <summary>Texts of authors in XML.</summary>
internal static class XmlText
{
    /// <summary>A text without the characters that XML cannot say at all, not even by their number.</summary>
    public static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "?"));
}
