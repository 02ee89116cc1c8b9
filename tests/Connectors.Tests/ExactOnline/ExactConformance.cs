using SesamTalk.Connectors.Tests.Conformance;

namespace SesamTalk.Connectors.Tests.ExactOnline;

public sealed class ExactCompleteReadConformance() : CompleteReadConformance(() => new ExactSubject());

public sealed class ExactChangeReadConformance() : ChangeReadConformance(() => new ExactSubject());

public sealed class ExactLookupConformance() : LookupConformance(() => new ExactSubject());

public sealed class ExactWriteConformance() : WriteConformance(() => new ExactSubject());

public sealed class ExactValueConformance() : ValueConformance(() => new ExactSubject());

public sealed class ExactKeyReadConformance() : KeyReadConformance(() => new ExactSubject());
