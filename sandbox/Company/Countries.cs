using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Company;

/// <summary>The countries that the sample company has to do with.</summary>
internal static class Countries
{
    public static Country Norway { get; } = new(
        "NO",
        "NOK",
        "+47",
        Towns("0150 Oslo|5003 Bergen|7011 Trondheim|6002 Ålesund|9008 Tromsø|8006 Bodø|4006 Stavanger|3015 Drammen|2317 Hamar|6800 Førde|7374 Røros|6150 Ørsta|1430 Ås|8370 Leknes"),
        Words("Storgata|Havnegata|Kongens gate|Sjøgata|Industriveien|Åsveien|Kirkegata|Øvre Torggate|Fjellveien|Brattørkaia|Bjørkelia|Elvegata"),
        Words("Kari|Ola|Ingrid|Bjørn|Åse|Øystein|Solveig|Håkon|Liv|Sigurd|Marit|Pål|Anne|Jørgen|Guro|Trond|Silje|Kåre|Ragnhild|Espen|Tuva|Gjermund|Bodil|Ådne|Sunniva|Torbjørn|Hege|Vetle|Randi|Mårten"),
        Words("Hansen|Nærø|Østby|Ålvik|Bjørklund|Skår|Fagerheim|Grønvold|Tveit|Sæther|Lønning|Håland|Myrvang|Rødseth|Vågen|Kjelstad|Brekke|Øverås|Solbakk|Nygård|Årdal|Midtbø|Furuseth|Hjelle|Strømme|Aabø|Kvåle|Langøy|Rønning|Tønnesen"));

    public static Country Netherlands { get; } = new(
        "NL",
        "EUR",
        "+31",
        Towns("1012 AB Amsterdam|3011 AD Rotterdam|3511 BX Utrecht|5611 CA Eindhoven|9712 EK Groningen|5211 AA 's-Hertogenbosch|8911 BR Leeuwarden|1975 AE IJmuiden"),
        Words("Hoofdstraat|Prinsengracht|Kerkstraat|'t Zand|Stationsplein|IJsselkade|Molenweg|Coöperatieweg|Havenstraat"),
        Words("Anneke|Joris|Zoë|Daniël|Marijke|Bram|Fenna|Thijs|Loïs|Pieter|Sanne|Noël|Geertje|Maarten|Daniëlle|Ruben"),
        Words("de Vries|van den Berg|IJsbrandij|Jansen|van 't Hof|Bakker|de Graaf|Meijer|van der Zee|Kuijpers|Dijkstra|Brouwer|ten Brinke|Coërs|van Oïjen|Smeets"));

    public static Country Sweden { get; } = new(
        "SE",
        "SEK",
        "+46",
        Towns("411 03 Göteborg|211 22 Malmö|831 31 Östersund"),
        Words("Storgatan|Östra Hamngatan|Ängsvägen"),
        Words("Åsa|Björn|Märta|Göran|Linnéa|Örjan"),
        Words("Sjöberg|Åkesson|Lindqvist|Björnström|Nyström"));

    public static Country Germany { get; } = new(
        "DE",
        "EUR",
        "+49",
        Towns("50667 Köln|80331 München|24103 Kiel"),
        Words("Hauptstraße|Königsallee|Am Mühlbach"),
        Words("Jürgen|Käthe|Björn|Sabine|Günther"),
        Words("Müller|Weiß|Schröder|Köhler|Jäger"));

    // A postcode may hold a blank; no town here does.
    private static ImmutableArray<(string Postcode, string Name)> Towns(string text) =>
        [.. Words(text).Select(word => word.LastIndexOf(' ')).Zip(Words(text), (cut, word) => (word[..cut], word[(cut + 1)..]))];

    private static ImmutableArray<string> Words(string text) => [.. text.Split('|')];
}
