namespace SesamTalk.Connectors.Tests.Conformance.Vendors;

public sealed class CrmOfficeCompleteReadConformance() : CompleteReadConformance(Subjects.Crm);

public sealed class CrmOfficeChangeReadConformance() : ChangeReadConformance(Subjects.Crm);

public sealed class CrmOfficeLookupConformance() : LookupConformance(Subjects.Crm);

public sealed class CrmOfficeWriteConformance() : WriteConformance(Subjects.Crm);

public sealed class CrmOfficeValueConformance() : ValueConformance(Subjects.Crm);

public sealed class CrmOfficeKeyReadConformance() : KeyReadConformance(Subjects.Crm);
