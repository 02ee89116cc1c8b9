using SesamTalk.Conformance.Suites;
using SesamTalk.TestKit.Vendors;

namespace SesamTalk.Conformance.Vendors;

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoCompleteReadConformance() : CompleteReadConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoChangeReadConformance() : ChangeReadConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoKeyReadConformance() : KeyReadConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoLookupConformance() : LookupConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoWriteConformance() : WriteConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
[Lacks("at")]
public sealed class PowerOfficeGoValueConformance() : ValueConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoTroubleConformance() : TroubleConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoAbilityConformance() : AbilityConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoLostAnswerConformance() : LostAnswerConformance(Subjects.Go);

[ConformanceOf(ShippedDefinitions.PowerOfficeGo)]
public sealed class PowerOfficeGoElementConformance() : ElementConformance(Subjects.GoOrders);
