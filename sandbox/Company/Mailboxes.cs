namespace SesamTalk.Sandbox.Company;

/// <summary>
/// Mailboxes that more than one person has: what makes matching by address ambiguous, or would. Which systems know these people is
/// said where the systems' rows are made.
/// </summary>
internal static class Mailboxes
{
    /// <summary>What people type who do not know the address; the match rules of the flows except it.</summary>
    public const string Unknown = "ukjent@nordlyshandel.example";

    /// <summary>Two contacts of one customer whose mailbox two contacts in CRMOffice, and in PowerOffice Go, have too.</summary>
    public static readonly (int First, int Second) SharedOnBothSides = (39, 98);

    /// <summary>Two contacts of one customer who share a mailbox that nobody else has.</summary>
    public static readonly (int First, int Second) SharedOnOneSide = (60, 119);

    /// <summary>Two contacts whose mailbox nobody knew.</summary>
    public static readonly (int First, int Second) WithoutAddress = (33, 65);

    /// <summary>A contact whom CRMOffice has twice.</summary>
    public const int TwiceInCrmOffice = 45;

    /// <summary>The shared mailbox of a contact, or <see langword="null"/> for most.</summary>
    public static string? Of(int contact, Business? employer) =>
        IsOneOf(contact, SharedOnBothSides) ? employer!.Mailbox("salg")
        : IsOneOf(contact, SharedOnOneSide) ? employer!.Mailbox("post")
        : IsOneOf(contact, WithoutAddress) ? Unknown
        : null;

    private static bool IsOneOf(int contact, (int First, int Second) two) => contact == two.First || contact == two.Second;
}
