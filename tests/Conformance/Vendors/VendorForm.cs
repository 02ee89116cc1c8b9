using SesamTalk.Connectors.Values;

namespace SesamTalk.Conformance.Vendors;

/// <summary>What of a vendor the suite is run over.</summary>
/// <param name="Thing">What stands for the suite's things.</param>
/// <param name="Path">What stands in the address of every call that is about those.</param>
/// <param name="Prepare">Empties the tables of the sample company that stand in the way, and puts there what records have to refer to.</param>
internal sealed record VendorForm(Likeness Thing, string Path, string Prepare)
{
    /// <summary>What stands for the suite's numbered records; nothing where a client gives all keys.</summary>
    public Likeness? Numbered { get; init; }

    /// <summary>How many records a page has.</summary>
    public int PageSize { get; init; } = 25;

    /// <summary>Makes a key of a name.</summary>
    public Func<string, string> KeyForm { get; init; } = KeyForms.AsNamed;

    /// <summary>Whether the vendor keeps a value as it is.</summary>
    public Func<Value, bool> Holds { get; init; } = _ => true;
}
