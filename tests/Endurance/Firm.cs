using System.Globalization;
using SesamTalk.Sqlite;

namespace SesamTalk.Endurance;

/// <summary>
/// Six systems with the same kind of people in them, each in a SQLite file, and flows in two circles between them. Each person is in
/// some of the systems at first.
/// </summary>
internal sealed class Firm(string folder)
{
    private static readonly (string Source, string Target)[] Flows =
        [("s1", "s2"), ("s2", "s3"), ("s3", "s4"), ("s4", "s5"), ("s5", "s6"), ("s6", "s1"), ("s1", "s4"), ("s2", "s5")];

    /// <summary>The systems.</summary>
    public static IReadOnlyList<string> Systems { get; } = ["s1", "s2", "s3", "s4", "s5", "s6"];

    /// <summary>What is kept in step.</summary>
    public static IReadOnlyList<string> Properties { get; } = ["name", "phone", "city", "note"];

    /// <summary>Where the workspace is.</summary>
    public string Folder => folder;

    /// <summary>The state of the engine.</summary>
    public string State => Path.Combine(folder, "state.db");

    /// <summary>Opens the database of a system.</summary>
    public SqliteDatabase Open(string system) => SqliteDatabase.Open(Path.Combine(folder, $"{system}.db"), SqliteAccess.Create, TimeSpan.FromSeconds(30));

    /// <summary>The e-mail address of a person.</summary>
    public static string PersonOf(int number) => string.Create(CultureInfo.InvariantCulture, $"person{number:000000}@example.com");

    /// <summary>Makes the files: half as many people again as each system has records.</summary>
    public void Make(int records, Random random)
    {
        Directory.CreateDirectory(folder);
        WriteFlows();
        foreach (var system in Systems)
        {
            Fill(system, records, random);
        }
    }

    private void Fill(string system, int records, Random random)
    {
        using var database = Open(system);
        database.Execute("""
            PRAGMA journal_mode = WAL;
            CREATE TABLE person (id TEXT PRIMARY KEY, email TEXT UNIQUE, name TEXT, phone TEXT, city TEXT, note TEXT, modified TEXT NOT NULL);
            CREATE INDEX person_modified ON person (modified);
            BEGIN;
            """);
        using var insert = database.Prepare("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)");
        var people = Enumerable.Range(0, records * 3 / 2).ToArray();
        random.Shuffle(people);
        foreach (var person in people.Take(records).Order())
        {
            insert.Bind(1, $"{system}-{person}").Bind(2, PersonOf(person)).Bind(3, $"Name {person}").Bind(4, $"{person}")
                .Bind(5, "Oslo").Bind(6, random.Next(3) == 0 ? null : $"about {person}").Bind(7, "2026-01-01T00:00:00.000Z").Run();
        }

        database.Execute("COMMIT");
    }

    private void WriteFlows()
    {
        var systems = Systems.Select((name, i) => $$"""
              {{name}}:
                rank: {{10 * (i + 1)}}
                connector: sql
                settings: { provider: sqlite, connection: "Data Source={{name}}.db" }
                entities: people.entities.yaml
            """);
        File.WriteAllText(Path.Combine(folder, "systems.yaml"), $"version: 1\nstate: sqlite:state.db\nsystems:\n{string.Join('\n', systems)}\n");
        File.WriteAllText(Path.Combine(folder, "people.entities.yaml"), """
            version: 1
            entities:
              person:
                key: { property: id, given_by: client }
                natural_keys: [[email]]
                modified: modified
                properties:
                  id: { type: string, access: never }
                  email: { type: string, format: email }
                  name: { type: string }
                  phone: { type: string }
                  city: { type: string }
                  note: { type: string }
                  modified: { type: datetime, access: never, precision: 1ms }

            """);
        foreach (var (source, target) in Flows)
        {
            var rows = Properties.Prepend("email").Select(property => $"  - {{ source: {property}, target: {property} }}");
            File.WriteAllText(Path.Combine(folder, $"{source}-{target}.flow.yaml"), $$"""
                version: 1
                source: { system: {{source}}, entity: person }
                target: { system: {{target}}, entity: person }
                create: both
                match:
                  - { email: email }
                properties:
                {{string.Join('\n', rows)}}

                """);
        }
    }
}
