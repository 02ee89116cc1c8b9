using SesamTalk.Conformance.Suites;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Vendors;

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineCompleteReadConformance() : CompleteReadConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineChangeReadConformance() : ChangeReadConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineKeyReadConformance() : KeyReadConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineLookupConformance() : LookupConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineWriteConformance() : WriteConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineValueConformance() : ValueConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineTroubleConformance() : TroubleConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineAbilityConformance() : AbilityConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineLostAnswerConformance() : LostAnswerConformance(Subjects.Exact);

[ConformanceOf(ShippedDefinitions.ExactOnline)]
public sealed class ExactOnlineElementConformance() : ElementConformance(Subjects.ExactOrders);
