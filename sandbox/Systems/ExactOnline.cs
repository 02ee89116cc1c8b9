using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>Exact Online: the payroll, the departments, and a part of the customers and what belongs to them.</summary>
internal static class ExactOnline
{
    /// <summary>The name of the system.</summary>
    public const string Name = "exact-online";

    /// <summary>The division that everything belongs to.</summary>
    public const int Division = 100100;

    public static IEnumerable<SampleRow> Rows(SampleCompany company) =>
    [
        .. ExactRelations.Rows(company),
        .. ExactPayroll.Rows(company),
        .. ExactTrade.Rows(company),
    ];
}
