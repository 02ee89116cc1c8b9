using SesamTalk.Connectors.Sql.Cells;
using SesamTalk.Sqlite;

namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>The time of a write, in the spelling of the modification column.</summary>
internal sealed class Moment(DateTime now, InstantFormat format, TimeZoneInfo zone)
{
    private readonly string _text = format.Text(format.Cut(now), zone);

    /// <summary>The instant, as precisely as the column keeps it.</summary>
    public DateTime Instant { get; } = format.Cut(now);

    /// <summary>Binds it.</summary>
    public void Bind(Statement statement, int parameter) => _ = format.IsNumber
        ? statement.Bind(parameter, InstantFormat.ToMilliseconds(Instant))
        : statement.Bind(parameter, _text);
}
