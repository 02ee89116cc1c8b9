namespace SesamTalk.Sandbox.Company;

/// <summary>A telephone number, and the ways in which people type it.</summary>
/// <param name="DiallingCode">The code of the country, with its plus.</param>
/// <param name="National">The digits within the country.</param>
internal sealed record PhoneNumber(string DiallingCode, string National)
{
    /// <summary>With its groups, as it stands where somebody took care: for example <c>+47 22 33 44 55</c>.</summary>
    public string Spaced => $"{DiallingCode} {string.Join(' ', National.Chunk(2).Select(pair => new string(pair)))}";

    /// <summary>As somebody typed it: with its groups mostly, else as <c>22334455</c>, <c>+4722334455</c> or <c>0047 22334455</c>.</summary>
    /// <param name="turn">Chooses the way.</param>
    public string Typed(int turn) => (turn % 8) switch
    {
        1 => National,
        4 => DiallingCode + National,
        6 => $"00{DiallingCode[1..]} {National}",
        _ => Spaced,
    };

    /// <summary>A number for an office.</summary>
    public static PhoneNumber Office(Country country, RandomSource random) => new(country.DiallingCode, random.Between(22, 77) + random.Digits(6));

    /// <summary>A number for a person's mobile telephone; no two indexes get the same, for the modulus is prime.</summary>
    public static PhoneNumber Mobile(Country country, int index) => new(country.DiallingCode, $"9{((index * 5_483_917L) + 1_234_567) % 9_999_991:0000000}");
}
