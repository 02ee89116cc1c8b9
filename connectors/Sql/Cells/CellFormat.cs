using SesamTalk.Connectors.Sql.Schemas;

namespace SesamTalk.Connectors.Sql.Cells;

/// <summary>How values are written into a column.</summary>
/// <param name="Affinity">What SQLite makes of them.</param>
/// <param name="Instants">How the column spells date-times.</param>
internal readonly record struct CellFormat(Affinity Affinity, InstantFormat Instants);
