using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Systems;

/// <summary>A department of the sample company.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Description">Its name.</param>
/// <param name="CostCenter">Its cost centre.</param>
internal sealed record Department(string Code, string Description, string CostCenter);

/// <summary>The departments of the sample company, as its accounts have them.</summary>
internal static class ExactOffices
{
    /// <summary>Ten departments.</summary>
    public static ImmutableArray<Department> Departments { get; } =
    [
        new("10", "Administrasjon", "K100"),
        new("20", "Økonomi", "K110"),
        new("30", "Salg Norge", "K200"),
        new("31", "Verkoop België en Nederland", "K210"),
        new("40", "Innkjøp", "K300"),
        new("50", "Lager og utkjøring", "K310"),
        new("60", "Kundeservice", "K220"),
        new("70", "Montasje", "K400"),
        new("80", "IT", "K500"),
        new("90", "Markedsføring", "K230"),
    ];
}
