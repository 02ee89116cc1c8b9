using SesamTalk.Conformance.Suites;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Vendors;

[ConformanceOf(ShippedDefinitions.CustomPms)]
public sealed class CustomPmsCompleteReadConformance() : CompleteReadConformance(Subjects.Pms);

[ConformanceOf(ShippedDefinitions.CustomPms)]
public sealed class CustomPmsChangeReadConformance() : ChangeReadConformance(Subjects.Pms);

[ConformanceOf(ShippedDefinitions.CustomPms)]
public sealed class CustomPmsKeyReadConformance() : KeyReadConformance(Subjects.Pms);

[ConformanceOf(ShippedDefinitions.CustomPms)]
public sealed class CustomPmsLookupConformance() : LookupConformance(Subjects.Pms);

[ConformanceOf(ShippedDefinitions.CustomPms)]
public sealed class CustomPmsWriteConformance() : WriteConformance(Subjects.Pms);

[ConformanceOf(ShippedDefinitions.CustomPms)]
[Lacks("price", "active", "day", "at")]
public sealed class CustomPmsValueConformance() : ValueConformance(Subjects.Pms);

[ConformanceOf(ShippedDefinitions.CustomPms)]
public sealed class CustomPmsTroubleConformance() : TroubleConformance(Subjects.Pms);

[ConformanceOf(ShippedDefinitions.CustomPms)]
public sealed class CustomPmsAbilityConformance() : AbilityConformance(Subjects.Pms);

[ConformanceOf(ShippedDefinitions.CustomPms)]
public sealed class CustomPmsLostAnswerConformance() : LostAnswerConformance(Subjects.Pms);
