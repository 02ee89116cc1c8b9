using SesamTalk.Conformance.Suites;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Vendors;

[ConformanceOf(ShippedDefinitions.CrmOffice)]
public sealed class CrmOfficeCompleteReadConformance() : CompleteReadConformance(Subjects.Crm);

[ConformanceOf(ShippedDefinitions.CrmOffice)]
public sealed class CrmOfficeChangeReadConformance() : ChangeReadConformance(Subjects.Crm);

[ConformanceOf(ShippedDefinitions.CrmOffice)]
public sealed class CrmOfficeKeyReadConformance() : KeyReadConformance(Subjects.Crm);

[ConformanceOf(ShippedDefinitions.CrmOffice)]
public sealed class CrmOfficeLookupConformance() : LookupConformance(Subjects.Crm);

[ConformanceOf(ShippedDefinitions.CrmOffice)]
public sealed class CrmOfficeWriteConformance() : WriteConformance(Subjects.Crm);

[ConformanceOf(ShippedDefinitions.CrmOffice)]
[Lacks("count", "price", "active", "day")]
public sealed class CrmOfficeValueConformance() : ValueConformance(Subjects.Crm);

[ConformanceOf(ShippedDefinitions.CrmOffice)]
public sealed class CrmOfficeTroubleConformance() : TroubleConformance(Subjects.Crm);

[ConformanceOf(ShippedDefinitions.CrmOffice)]
public sealed class CrmOfficeAbilityConformance() : AbilityConformance(Subjects.Crm);

[ConformanceOf(ShippedDefinitions.CrmOffice)]
public sealed class CrmOfficeLostAnswerConformance() : LostAnswerConformance(Subjects.Crm);
