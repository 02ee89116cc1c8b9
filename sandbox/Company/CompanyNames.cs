using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Company;

/// <summary>The companies of the sample: the first is its own, the others are its customers. All are invented.</summary>
internal static class CompanyNames
{
    /// <summary>Name and country.</summary>
    public static ImmutableArray<(string Name, Country Country)> All { get; } =
    [
        ("Nordlys Handel AS", Countries.Norway),
        .. In(Countries.Norway, "Havblikk Fisk AS|Storelva Bygg AS|Bjørnholt Maskin AS|Åsheim Elektro AS|Tindevegen Transport AS|Sølvskogen Møbler AS"),
        .. In(Countries.Netherlands, "Van den Heuvelrug Bloemen B.V.|Coöperatie De Eendracht U.A.|Zeedijk Scheepsbouw B.V."),
        .. In(Countries.Norway, "Kråkevik Båtbyggeri AS|Øverland Gartneri AS|Fjellro Hytteservice AS|Løvås Regnskap AS|Nøstvik Verft AS|Granåsen Tre AS"),
        .. In(Countries.Sweden, "Ängsmark Trä AB|Sjöboda Fritid AB"),
        .. In(Countries.Norway, "Blåfjell Energi AS|Sjøgata Kontorrekvisita AS|Mørkved Landbruk SA|Ytterøya Sjømat AS|Trollheimvarden Turlag|Ærlig Kaffe AS"),
        .. In(Countries.Netherlands, "Brouwerij 't IJkpunt B.V.|De Groene Oester B.V.|Hoogwater Pompen B.V.|Bakkerij Reünie B.V."),
        .. In(Countries.Norway, "Vågsbygda VVS AS|Hjelmesteinen AS|Brønnbakken Barnehage SA|Nordre Skår Rør AS|Tangen Tak & Blikk AS|Lysbrua Lyd AS"),
        .. In(Countries.Germany, "Grünwaldt Gartenbau GmbH|Köhlerhof Werkzeuge GmbH"),
        .. In(Countries.Norway, "Svartvatnet Settefisk AS|Høgseth Anlegg AS|Rødbergtoppen Skisenter AS|Fossestrand Hotell AS|Måkeberget Marina AS"),
        .. In(Countries.Netherlands, "Kaasmakerij Oudewetering B.V.|Molenzicht Techniek B.V.|Van Dijkstra & Zn. Transport B.V.|Financiële Dienst Noord B.V."),
        .. In(Countries.Norway, "Grønnlia Hagesenter AS|Isbreen Kjøleteknikk AS|Stormyra Torv AS|Kjølbrua Bilverksted AS|Nøkkelen Lås & Sikkerhet AS"),
        .. In(Countries.Netherlands, "Industriële Lijmen Zuid B.V.|Poëzie Drukwerk B.V.|Twee Gezusters Textiel V.O.F.|Waddenwind Energie B.V.|Tuinderij De Ruïne B.V."),
        .. In(Countries.Sweden, "Göta Mätteknik AB|Örnvik Verktyg AB"),
        .. In(Countries.Norway, "Sørvær Sildeolje AS|Våronn Vekstnæring AS"),
        .. In(Countries.Germany, "Süderlicht Elektronik GmbH"),
    ];

    private static IEnumerable<(string Name, Country Country)> In(Country country, string names) =>
        names.Split('|').Select(name => (name, country));
}
