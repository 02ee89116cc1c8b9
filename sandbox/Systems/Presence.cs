using SesamTalk.Sandbox.Company;

namespace SesamTalk.Sandbox.Systems;

/// <summary>
/// Which things of the company which systems know already. The ERP knows all of them; the overlaps of the others are chosen so that
/// things are in one, two and three systems.
/// </summary>
internal static class Presence
{
    /// <summary>Every third company, our own among them, has an account in Exact Online.</summary>
    public static bool InExact(Business business) => business.Index % 3 == 0;

    /// <summary>Some people at those companies are contacts there.</summary>
    public static bool InExact(Person contact) => contact.Employer is { } employer && InExact(employer) && contact.Index % 2 == 0;

    /// <summary>Every third article is an item.</summary>
    public static bool InExact(Article article) => article.Index % 3 == 0;

    /// <summary>Items that were given a code of their own before the ERP gave numbers: only the barcode tells what they are.</summary>
    public static bool HasOldCodeInExact(Article article) => article.Index % 9 == 3;

    /// <summary>The last to be hired are not yet in the payroll.</summary>
    public static bool InPayroll(Person employee) => employee.Index < 37;

    /// <summary>Every fourth company, our own among them, is a customer in the PMS.</summary>
    public static bool InPms(Business business) => business.Index % 4 == 0;

    /// <summary>Every third contact was typed into CRMOffice as well.</summary>
    public static bool InCrmOffice(Person contact) => contact.Index % 3 == 1;

    /// <summary>Companies that the sellers of CRMOffice follow; no flow touches them.</summary>
    public static bool InCrmOffice(Business business) => business.Index % 5 is 1 or 2;

    /// <summary>A few articles were entered as companies there by hand.</summary>
    public static bool InCrmOffice(Article article) => article.Index % 13 == 5;

    /// <summary>The sales department keeps three quarters of the customers in a CRM of its own.</summary>
    public static bool InCustomCrm(Business business) => business.Index is >= 1 and <= 45;

    /// <summary>And most of the people there.</summary>
    public static bool InCustomCrm(Person contact) =>
        contact.Employer is { } employer && InCustomCrm(employer) && contact.Index < 160;

    /// <summary>Some of those customers are in PowerOffice Go. Number 44 is there too: see <see cref="CustomCrm.Branch"/>.</summary>
    public static bool InPowerOffice(Business business) =>
        InCustomCrm(business) && business.Index != CustomCrm.Branch && (business.Index % 5 is 0 or 3 || business.Index == CustomCrm.HeadOffice);

    /// <summary>With some of their people.</summary>
    public static bool InPowerOffice(Person contact) =>
        InCustomCrm(contact) && InPowerOffice(contact.Employer!) && contact.Employer!.Index != CustomCrm.HeadOffice
        && (contact.Index < 80 || contact.Index == Mailboxes.SharedOnBothSides.Second);
}
