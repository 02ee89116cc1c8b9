using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Company;

/// <summary>The people of the sample.</summary>
internal static class People
{
    private const int StaffPlace = 400;
    private const int StaffMobile = 4000;

    private static readonly string[] ContactTitles =
        ["Daglig leder", "Innkjøper", "Økonomisjef", "Prosjektleder", "Verksmester", "Lagersjef", "Resepsjonist", "Teknisk sjef"];

    private static readonly string[] StaffTitles =
        ["Selger", "Kundekonsulent", "Lagermedarbeider", "Innkjøper", "Regnskapsfører", "Montør", "Systemutvikler", "Markedskonsulent"];

    /// <summary>A contact: most at the customers in turn, the last ones on their own.</summary>
    /// <param name="index">The contact's place.</param>
    /// <param name="businesses">The companies; the first has no contacts.</param>
    public static Person Contact(int index, ImmutableArray<Business> businesses)
    {
        var employer = index < SampleCompany.ContactCount - 3 ? businesses[1 + (index % (businesses.Length - 1))] : null;
        var country = employer?.Country ?? Countries.Norway;
        var (first, last) = Person.NameOf(country, index);
        var title = index % 11 == 3 ? null : ContactTitles[index % ContactTitles.Length];
        var phone = index % 9 == 4 ? null : PhoneNumber.Office(country, RandomSource.For("contact", index));
        var email = Mailboxes.Of(index, employer) ?? Person.Address(first, last, employer?.Domain ?? "frilans.example");
        return new Person(index, first, last, title, email, phone, PhoneNumber.Mobile(country, index), employer);
    }

    /// <summary>An employee of the sample company.</summary>
    public static Person Employee(int index, Business employer)
    {
        var (first, last) = Person.NameOf(Countries.Norway, StaffPlace + index);
        var phone = PhoneNumber.Office(Countries.Norway, RandomSource.For("employee", index));
        return new Person(
            index,
            first,
            last,
            StaffTitles[index % StaffTitles.Length],
            Person.Address(first, last, employer.Domain),
            phone,
            PhoneNumber.Mobile(Countries.Norway, StaffMobile + index),
            employer);
    }
}
