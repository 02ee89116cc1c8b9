using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Rest;

namespace SesamTalk.Conformance.Rest;

[ConformanceOf(typeof(RestConnector))]
public sealed class RestCompleteReadConformance() : CompleteReadConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestChangeReadConformance() : ChangeReadConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestKeyReadConformance() : KeyReadConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestLookupConformance() : LookupConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestWriteConformance() : WriteConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestValueConformance() : ValueConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestTroubleConformance() : TroubleConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestAbilityConformance() : AbilityConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestLostAnswerConformance() : LostAnswerConformance(() => new RestSubject());

[ConformanceOf(typeof(RestConnector))]
public sealed class RestElementConformance() : ElementConformance(() => new RestSubject());
