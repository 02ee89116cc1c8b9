namespace SesamTalk.Sandbox.Company;

/// <summary>Organisation and VAT numbers in the form of their country.</summary>
internal static class OrganisationNumber
{
    private static readonly int[] NorwegianWeights = [3, 2, 7, 6, 5, 4, 3, 2];

    /// <summary>An organisation number and the VAT number that goes with it.</summary>
    public static (string Number, string VatNumber) Create(Country country, RandomSource random)
    {
        var number = country.Code switch
        {
            "NO" => Norwegian("9" + random.Digits(7)),
            "NL" => random.Between(1, 8) + random.Digits(7),
            "SE" => $"559{random.Digits(3)}-{random.Digits(4)}",
            _ => $"HRB {random.Between(1, 9)}{random.Digits(5)}",
        };
        return (number, VatNumber(country, number, random));
    }

    // The check digit is wrong on purpose: so the number is nobody's.
    private static string Norwegian(string digits)
    {
        var sum = digits.Zip(NorwegianWeights, (digit, weight) => (digit - '0') * weight).Sum();
        var check = (11 - (sum % 11)) % 11;
        return digits + ((check + 1) % 10);
    }

    private static string VatNumber(Country country, string number, RandomSource random) => country.Code switch
    {
        "NO" => $"NO{number}MVA",
        "NL" => $"NL{random.Digits(9)}B01",
        "SE" => $"SE{number.Replace("-", "", StringComparison.Ordinal)}01",
        _ => $"DE{random.Digits(9)}",
    };
}
