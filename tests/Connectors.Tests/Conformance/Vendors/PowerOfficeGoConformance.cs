namespace SesamTalk.Connectors.Tests.Conformance.Vendors;

public sealed class PowerOfficeGoCompleteReadConformance() : CompleteReadConformance(Subjects.Go);

public sealed class PowerOfficeGoChangeReadConformance() : ChangeReadConformance(Subjects.Go);

public sealed class PowerOfficeGoLookupConformance() : LookupConformance(Subjects.Go);

public sealed class PowerOfficeGoWriteConformance() : WriteConformance(Subjects.Go);

public sealed class PowerOfficeGoValueConformance() : ValueConformance(Subjects.Go);

public sealed class PowerOfficeGoKeyReadConformance() : KeyReadConformance(Subjects.Go);
