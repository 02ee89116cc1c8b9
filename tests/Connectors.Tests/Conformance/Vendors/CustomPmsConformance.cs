namespace SesamTalk.Connectors.Tests.Conformance.Vendors;

public sealed class CustomPmsCompleteReadConformance() : CompleteReadConformance(Subjects.Pms);

public sealed class CustomPmsChangeReadConformance() : ChangeReadConformance(Subjects.Pms);

public sealed class CustomPmsLookupConformance() : LookupConformance(Subjects.Pms);

public sealed class CustomPmsWriteConformance() : WriteConformance(Subjects.Pms);

public sealed class CustomPmsValueConformance() : ValueConformance(Subjects.Pms);

public sealed class CustomPmsKeyReadConformance() : KeyReadConformance(Subjects.Pms);
