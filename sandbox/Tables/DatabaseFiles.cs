using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Sqlite;

namespace SesamTalk.Sandbox.Tables;

/// <summary>Writes databases beside their places, and moves them there when all are whole.</summary>
internal static class DatabaseFiles
{
    private static readonly string[] Companions = ["-wal", "-shm", "-journal"];

    /// <summary>Writes the databases; what is at their places is replaced.</summary>
    /// <param name="databases">The databases.</param>
    /// <param name="rowsOf">The rows of each.</param>
    public static void Write(ImmutableArray<SampleDatabase> databases, Func<SampleDatabase, IEnumerable<SampleRow>> rowsOf)
    {
        try
        {
            foreach (var database in databases)
            {
                WriteBeside(database, rowsOf(database));
            }

            foreach (var database in databases)
            {
                MoveIntoPlace(database);
            }
        }
        finally
        {
            foreach (var database in databases)
            {
                Delete(Beside(database));
            }
        }
    }

    private static string Beside(SampleDatabase database) => database.Path + ".new";

    private static void WriteBeside(SampleDatabase database, IEnumerable<SampleRow> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database.Path))!);
        Delete(Beside(database));
        using var file = SqliteDatabase.Open(Beside(database), SqliteAccess.Create, TimeSpan.Zero);
        file.Execute("BEGIN");
        var tables = ElementTables.With(database.Entities);
        CreateTables(file, tables);
        FillTables(file, tables, rows);
        foreach (var statement in ElementTables.Bonds(database.Entities))
        {
            file.Execute(statement);
        }

        file.Execute("COMMIT");
    }

    private static void CreateTables(SqliteDatabase file, ImmutableArray<EntityDescription> entities)
    {
        foreach (var statement in entities.SelectMany(entity => TableDefinition.Of(entity, entities)))
        {
            file.Execute(statement);
        }
    }

    private static void FillTables(SqliteDatabase file, ImmutableArray<EntityDescription> entities, IEnumerable<SampleRow> rows)
    {
        var rowsByEntity = rows.ToLookup(row => row.Entity);
        foreach (var entity in entities.Where(entity => entity.Query is null))
        {
            using var filler = new TableFiller(file, entity);
            foreach (var row in rowsByEntity[entity.Name])
            {
                filler.Insert(row);
            }
        }
    }

    // A journal that an earlier database left behind would be taken for the new one's.
    private static void MoveIntoPlace(SampleDatabase database)
    {
        foreach (var companion in Companions)
        {
            File.Delete(database.Path + companion);
        }

        File.Move(Beside(database), database.Path, overwrite: true);
    }

    private static void Delete(string path)
    {
        File.Delete(path);
        foreach (var companion in Companions)
        {
            File.Delete(path + companion);
        }
    }
}
