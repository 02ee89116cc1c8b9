namespace SesamTalk.Sandbox.Company;

/// <summary>A telephone number, and the ways in which people type it.</summary>
/// <param name="DiallingCode">The code of the country, with its plus.</param>
/// <param name="National">The digits within the country.</param>
internal sealed record PhoneNumber(string DiallingCode, string National)
{
    /// <summary>For example <c>+47 22 33 44 55</c>.</summary>
    public string Spaced => $"{DiallingCode} {string.Join(' ', National.Chunk(2).Select(pair => new string(pair)))}";

    /// <summary>For example <c>+4722334455</c>.</summary>
    public string Compact => DiallingCode + National;

    /// <summary>For example <c>22334455</c>.</summary>
    public string Plain => National;

    /// <summary>For example <c>0047 22334455</c>.</summary>
    public string Dialled => $"00{DiallingCode[1..]} {National}";

    /// <summary>A number for an office.</summary>
    public static PhoneNumber Office(Country country, RandomSource random) => new(country.DiallingCode, random.Between(22, 77) + random.Digits(6));

    /// <summary>A number for a person's mobile telephone; no two indexes get the same, for the modulus is prime.</summary>
    public static PhoneNumber Mobile(Country country, int index) => new(country.DiallingCode, $"9{((index * 5_483_917L) + 1_234_567) % 9_999_991:0000000}");
}
