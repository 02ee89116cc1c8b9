using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.Systems;

/// <summary>What each system of the sample workspace knows of the sample company.</summary>
internal static class SystemRows
{
    /// <summary>The rows of a system; none for a system that the sample does not know.</summary>
    public static IEnumerable<SampleRow> Of(string system, SampleCompany company) => system switch
    {
        "custom-erp" => CustomErp.Rows(company),
        "exact-online" => ExactOnline.Rows(company),
        "crmoffice" => CrmOffice.Rows(company),
        "custom-pms" => CustomPms.Rows(company),
        "custom-crm" => CustomCrm.Rows(company),
        "poweroffice-go" => PowerOfficeGo.Rows(company),
        _ => [],
    };
}
