namespace SesamTalk.Sandbox.Systems;

/// <summary>How the same thing comes to be written differently in another system.</summary>
internal static class Spelling
{
    /// <summary>A company's name as somebody else typed it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="turn">Chooses the way.</param>
    public static string OfCompany(string name, int turn) => (turn % 6) switch
    {
        1 => name.ToUpperInvariant(),
        2 => name + " ",
        3 => name.Replace(" AS", " A/S", StringComparison.Ordinal),
        4 => name.Replace(" ", "  ", StringComparison.Ordinal),
        _ => name,
    };

    /// <summary>A mail address as somebody else typed it; it stays the same address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="turn">Chooses the way.</param>
    public static string OfAddress(string address, int turn) => (turn % 5) switch
    {
        1 => char.ToUpperInvariant(address[0]) + address[1..],
        2 => address.ToUpperInvariant(),
        3 => " " + address,
        _ => address,
    };

    /// <summary>Something filled with blanks on the left, as Exact Online keeps codes.</summary>
    public static string Padded(string code) => code.PadLeft(18);
}
