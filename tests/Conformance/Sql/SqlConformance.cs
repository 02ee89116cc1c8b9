using SesamTalk.Conformance.Suites;
using SesamTalk.Connectors.Sql;

namespace SesamTalk.Conformance.Sql;

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlCompleteReadConformance() : CompleteReadConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlChangeReadConformance() : ChangeReadConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlKeyReadConformance() : KeyReadConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlLookupConformance() : LookupConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlWriteConformance() : WriteConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlValueConformance() : ValueConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlTroubleConformance() : TroubleConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlAbilityConformance() : AbilityConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlLostAnswerConformance() : LostAnswerConformance(() => new SqlSubject());

[ConformanceOf(typeof(SqlConnector))]
public sealed class SqlElementConformance() : ElementConformance(() => new SqlSubject());
