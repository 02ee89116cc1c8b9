using System.Globalization;
using SesamTalk.Sqlite;

namespace SesamTalk.Endurance;

/// <summary>Edits all six databases while the engine works: half of it on a few people, so that edits meet; now and then somebody new.</summary>
internal sealed class Users(Firm firm, int people, Random random)
{
    private const int Favourites = 200;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly List<Edit> _edits = [];
    private int _people = people;

    /// <summary>All that was written so far.</summary>
    public IReadOnlyList<Edit> Edits => _edits;

    /// <summary>How many people there are, in whichever system.</summary>
    public int People => _people;

    /// <summary>Works until it is told to stop.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        var databases = Firm.Systems.ToDictionary(system => system, firm.Open, StringComparer.Ordinal);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var system = Firm.Systems[random.Next(Firm.Systems.Count)];
                Act(system, databases[system]);
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
        finally
        {
            foreach (var database in databases.Values)
            {
                database.Dispose();
            }
        }
    }

    private void Act(string system, SqliteDatabase database)
    {
        if (random.Next(50) == 0)
        {
            Add(system, database);
            return;
        }

        var person = Firm.PersonOf(random.Next(2) == 0 ? random.Next(Favourites) : random.Next(_people));
        var edit = new Edit(_edits.Count, system, person, Firm.Properties[random.Next(Firm.Properties.Count)], $"edit {_edits.Count}");
        using var update = database.Prepare($"UPDATE person SET {edit.Property} = ?, modified = ? WHERE email = ?");
        update.Bind(1, edit.Value).Bind(2, Now()).Bind(3, person).Run();
        if (database.Changes > 0)
        {
            _edits.Add(edit);
        }
    }

    private void Add(string system, SqliteDatabase database)
    {
        var person = _people++;
        using var insert = database.Prepare("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.Bind(1, $"{system}-{person}").Bind(2, Firm.PersonOf(person)).Bind(3, $"Name {person}").Bind(4, $"{person}").Bind(5, "Bergen").BindNull(6).Bind(7, Now()).Run();
    }

    private static string Now() => DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
