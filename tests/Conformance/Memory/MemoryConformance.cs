using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Memory;

namespace SesamTalk.Conformance.Memory;

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryCompleteReadConformance() : CompleteReadConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryChangeReadConformance() : ChangeReadConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryKeyReadConformance() : KeyReadConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryLookupConformance() : LookupConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryWriteConformance() : WriteConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryValueConformance() : ValueConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryTroubleConformance() : TroubleConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryAbilityConformance() : AbilityConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryLostAnswerConformance() : LostAnswerConformance(() => new MemorySubject());

[ConformanceOf(typeof(MemoryConnector))]
public sealed class MemoryElementConformance() : ElementConformance(() => new MemorySubject());
