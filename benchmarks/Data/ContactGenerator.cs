using System.Globalization;

namespace SesamTalk.Benchmarks.Data;

/// <summary>Makes contacts of about 200 bytes: the same for the same number, on every machine.</summary>
internal static class ContactGenerator
{
    private static readonly string[] FirstNames =
        ["Anna", "Bjørn", "Cees", "Dagny", "Eva", "Femke", "Geir", "Hanne", "Ingrid", "Jan", "Kari", "Lars", "Maud", "Nils", "Oda", "Pieter"];

    private static readonly string[] LastNames =
        ["Aas", "Bakker", "Christensen", "Dahl", "Eide", "Frøland", "Groen", "Haugen", "Iversen", "Jansen", "Kuiper", "Lunde", "Mulder"];

    private static readonly string[] Streets =
        ["Storgata", "Kirkeveien", "Dorpsstraat", "Havnegata", "Molenweg", "Skolevegen", "Parkveien", "Stationsweg", "Kerkstraat"];

    private static readonly string[] Cities = ["Oslo", "Bergen", "Utrecht", "Trondheim", "Rotterdam", "Stavanger", "Delft"];

    private static readonly string[] Notes =
        [
            "Prefers to be called before noon; invoices go to the head office",
            "Met at the spring fair; wants the catalogue of next year by post",
            "Signs orders up to 20 000 together with the head of purchasing",
        ];

    private static readonly DateTime Start = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Fills the values of a contact, in the order of <see cref="ContactTable.AllColumns"/>.</summary>
    public static void Fill(long number, string[] values)
    {
        var chance = Scatter((ulong)number);
        var (first, last) = (Pick(FirstNames, ref chance), Pick(LastNames, ref chance));
        values[0] = string.Create(CultureInfo.InvariantCulture, $"c{number:00000000}");
        values[1] = string.Create(CultureInfo.InvariantCulture, $"{10_000_000 + number}");
        values[2] = first;
        values[3] = last;
        values[4] = string.Create(CultureInfo.InvariantCulture, $"{first}.{last}.{number}@contact.example").ToLowerInvariant();
        values[5] = string.Create(CultureInfo.InvariantCulture, $"+47 {40_000_000 + (chance % 50_000_000)}");
        values[6] = string.Create(CultureInfo.InvariantCulture, $"{Pick(Streets, ref chance)} {1 + (chance % 199)}");
        values[7] = string.Create(CultureInfo.InvariantCulture, $"{1000 + (chance % 8999)}");
        values[8] = Pick(Cities, ref chance);
        values[9] = chance % 3 == 0 ? "NL" : "NO";
        values[10] = Pick(Notes, ref chance);
        values[11] = Start.AddSeconds(number).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
    }

    private static string Pick(string[] choices, ref ulong chance)
    {
        var choice = choices[chance % (ulong)choices.Length];
        chance = Scatter(chance);
        return choice;
    }

    // The finaliser of SplitMix64: neighbouring numbers give unlike results.
    private static ulong Scatter(ulong number)
    {
        number += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return (number ^ (number >> 31)) >> 1;
    }
}
