using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Examining;

/// <summary>Looks at a database: does it open, may it be written to, and are the tables as they are described.</summary>
/// <param name="readers">Connections that read.</param>
/// <param name="writers">Connections that write.</param>
internal sealed class DatabaseExamination(SessionPool readers, SessionPool writers)
{
    /// <summary>Looks at it. Takes the lock for writing and lets it go; writes nothing.</summary>
    public IEnumerable<Examination> Examine(IReadOnlyList<EntityDescription> entities)
    {
        var opens = Look(ExaminationLayer.Credentials, readers, _ => [Examination.Fine(ExaminationLayer.Credentials, $"{readers.Settings.Database.Name} opens")]);
        return opens[0].Result == ExaminationResult.Failure
            ? opens
            : [
                .. opens,
                .. Look(ExaminationLayer.Rights, writers, MayWrite),
                .. entities.SelectMany(entity => Look(ExaminationLayer.Shape, readers, session => TableExamination.Examine(session, entity))),
            ];
    }

    private static List<Examination> MayWrite(Session session)
    {
        session.Database.Execute("BEGIN IMMEDIATE; ROLLBACK");
        return [Examination.Fine(ExaminationLayer.Rights, "it may be written to")];
    }

    private static List<Examination> Look(ExaminationLayer layer, SessionPool pool, Func<Session, List<Examination>> look)
    {
        try
        {
            using var session = pool.Take();
            return look(session);
        }
        catch (SystemRefusedException refused)
        {
            return [Examination.Failure(layer, refused.Message, refused.Cure)];
        }
        catch (SqliteFailureException failure)
        {
            var meaning = Failures.OfRead(failure, pool.Settings.Database);
            return [Examination.Failure(layer, meaning.Message, (meaning as SystemRefusedException)?.Cure)];
        }
    }
}
