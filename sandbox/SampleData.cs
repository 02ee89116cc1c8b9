using System.Collections.Immutable;
using SesamTalk.Sandbox.Company;
using SesamTalk.Sandbox.Systems;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox;

/// <summary>
/// Makes the databases that stand in for real systems, filled with sample data that is the same each time: the tables follow the
/// entity descriptions, so they carry the systems' own property names.
/// </summary>
public static class SampleData
{
    /// <summary>The sample company with its six systems.</summary>
    public const string Company = "company";

    /// <summary>The shop and the accounts of a new workspace, with a handful of records.</summary>
    public const string Starter = "starter";

    /// <summary>The sets of sample data that there are.</summary>
    public static ImmutableArray<string> Names { get; } = [Company, Starter];

    /// <summary>
    /// Makes the databases whose file is missing and leaves the others alone. Each is written beside its place and moved there when it
    /// is whole, so a database is either not there or complete. A system that the sample does not know gets its tables, empty.
    /// </summary>
    /// <param name="name">The set of sample data: one of <see cref="Names"/>.</param>
    /// <param name="databases">The databases of the workspace.</param>
    /// <returns>The databases that were made.</returns>
    /// <exception cref="UnknownSampleException">There is no sample data of that name.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="Sqlite.SqliteFailureException">A description makes no table, or its table does not take the data.</exception>
    public static ImmutableArray<SampleDatabase> Fill(string name, IEnumerable<SampleDatabase> databases) =>
        Make(name, [.. databases.Where(database => !File.Exists(database.Path))]);

    /// <summary>Makes all the databases anew; what was in them is lost.</summary>
    /// <inheritdoc cref="Fill"/>
    public static ImmutableArray<SampleDatabase> Reset(string name, IEnumerable<SampleDatabase> databases) =>
        Make(name, [.. databases]);

    private static ImmutableArray<SampleDatabase> Make(string name, ImmutableArray<SampleDatabase> databases)
    {
        if (!Names.Contains(name))
        {
            throw new UnknownSampleException(name);
        }

        if (!databases.IsEmpty)
        {
            DatabaseFiles.Write(databases, RowsOf(name));
        }

        return databases;
    }

    private static Func<SampleDatabase, IEnumerable<SampleRow>> RowsOf(string name)
    {
        if (name == Starter)
        {
            return database => Systems.Starter.Of(database.System);
        }

        var company = SampleCompany.Create();
        return database => SystemRows.Of(database.System, company);
    }
}
