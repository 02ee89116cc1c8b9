namespace SesamTalk.Sandbox.Company;

/// <summary>Something that the sample company sells.</summary>
/// <param name="Index">Its place.</param>
/// <param name="Name">Its name; at most 60 letters.</param>
/// <param name="Family">The kind of thing.</param>
/// <param name="Cost">What it costs the company.</param>
/// <param name="Price">What a customer pays, without VAT.</param>
/// <param name="Weight">Kilograms.</param>
internal sealed record Article(int Index, string Name, string Family, decimal Cost, decimal Price, decimal Weight)
{
    private static readonly string[] Families =
    [
        "Hodelykt Polar|200 lm|400 lm|600 lm|1000 lm", "Arbeidslampe Nordlys|20 W|30 W|50 W|100 W", "Vernesko Bre|str. 40|str. 42|str. 44|str. 46",
        "Regnjakke Vestland|S|M|L|XL", "Arbeidshanske Skrue|str. 8|str. 9|str. 10|str. 11", "Verktøykasse Smie|40 deler|72 deler|120 deler|216 deler",
        "Tauverk Blåskjell|6 mm|8 mm|10 mm|14 mm", "Fortøyningsline Måke|10 m|15 m|20 m|25 m", "Presenning Storm|2 x 3 m|3 x 4 m|4 x 6 m|6 x 8 m",
        "Batteripakke Volt|12 V|18 V|36 V|54 V", "Skrutrekkersett Ørn|6 stk|8 stk|12 stk|24 stk", "Målebånd Tommestokk|3 m|5 m|8 m|30 m",
        "Snøskuffe Fjell|S|M|L|XL", "Termos Bål|0,5 l|0,7 l|1,0 l|1,5 l", "Førstehjelpskoffert Trygg|A|B|C|D", "Hengelås Låve|30 mm|40 mm|50 mm|60 mm",
        "Fender Brygge|S|M|L|XL", "Kabeltrommel Kveil|10 m|25 m|40 m|50 m", "Høyttaler Fønvind|S|M|L|XL", "Vannpumpe Bekk|40 l/min|80 l/min|120 l/min|200 l/min",
    ];

    /// <summary>The number that the ERP gave it.</summary>
    public string Number => $"NH-{1001 + Index}";

    /// <summary>Its number on the barcode, of the range that shops give to goods of their own.</summary>
    public string Ean => WithCheckDigit($"2900470{Index:00000}");

    /// <summary>Its page.</summary>
    public string WebPage => $"https://www.nordlyshandel.example/{Ascii.Fold(Name)}";

    /// <summary>A longer text.</summary>
    public string Description => $"{Name}. Serien {Family} er laget for bruk ute, hele året.";

    /// <summary>The article of that place: four of each family.</summary>
    public static Article Create(int index)
    {
        var words = Families[index / 4].Split('|');
        var random = RandomSource.For("article", index);
        var cost = random.Between(1900, 89900) / 100m;
        var price = decimal.Round(cost * random.Between(135, 190) / 100m, 2);
        return new Article(index, $"{words[0]} {words[1 + (index % 4)]}", words[0], cost, price, random.Between(5, 1200) / 100m);
    }

    private static string WithCheckDigit(string digits)
    {
        var sum = digits.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 3)).Sum();
        return digits + ((10 - (sum % 10)) % 10);
    }
}
