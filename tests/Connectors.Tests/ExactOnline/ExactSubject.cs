using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Tests.Conformance;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>
/// The accounts of Exact Online by the shipped definition, against the stand-in: the things of the suite are accounts, and their
/// properties those of accounts. Keys are Exact's own, so they have names.
/// </summary>
public sealed class ExactSubject : Subject
{
    private const string Places = """
            value_lookup: { properties: [name, code, count] }
            properties:
              id: { at: ID }
              name: { at: Name }
              code: { at: ChamberOfCommerce }
              note: { at: Remarks }
              count: { at: InvoicingMethod }
              price: { at: CreditLineSales }
              active: { at: Blocked }
              day: { at: EstablishedDate }
              at: { at: ControlledDate }
              parts: { at: BankAccounts }
              modified: { at: Modified }
        """;

    private const string Entities = """
        version: 1
        entities:
          Thing:
            key: { property: id, given_by: client }
            natural_keys: [[code]]
            modified: modified
            properties:
              id: { type: string, access: never }
              name: { type: string, mandatory: true }
              code: { type: string, access: create }
              note: { type: string }
              count: { type: integer }
              price: { type: decimal }
              active: { type: boolean }
              day: { type: date }
              at: { type: datetime, precision: 1ms }
              parts: { type: list }
              modified: { type: datetime, access: never, precision: 1ms }
        """;

    private readonly NamedKeys _keys = new();
    private readonly ExactBed _bed;

    public ExactSubject() => _bed = Task.Run(() => ExactBed.StartAsync(isEmpty: true, text: Definition(), entities: Entities, clock: Clock)).GetAwaiter().GetResult();

    public override bool HasNumbered => false;

    // Blanks at the ends are taken for what Exact fills codes with; and the last hour of time has no wall clock east of Greenwich.
    public override bool CanHold(string property, Value value) => value.Kind switch
    {
        ValueKind.Text => value.AsText.Trim() == value.AsText,
        ValueKind.DateTime => value.AsDateTime < DateTime.MaxValue.AddHours(-2),
        _ => true,
    };

    public override void Add(string key, params IReadOnlyList<(string Property, Value Value)> values)
    {
        var id = _keys.KeyOf(key);
        _bed.Exact.Edit($"""
            DELETE FROM Accounts WHERE ID = '{id}';
            INSERT INTO Accounts (ID{string.Concat(values.Select(it => ", " + ColumnOf(it.Property)))}) VALUES ('{id}'{string.Concat(values.Select(it => ", " + Literal(it.Value)))})
            """);
    }

    public override void Edit(string key, string property, Value value) =>
        _bed.Exact.Edit($"UPDATE Accounts SET {ColumnOf(property)} = {Literal(value)} WHERE ID = '{_keys.KeyOf(key)}'");

    public override void Delete(string key) => _bed.Exact.Edit($"DELETE FROM Accounts WHERE ID = '{_keys.KeyOf(key)}'");

    // A rule of somebody's own: Exact answers a broken one with 500 and a text.
    public override void RejectNote(string note) => _bed.Exact.Edit($"""
        CREATE TRIGGER "no {note} in" BEFORE INSERT ON Accounts WHEN NEW.Remarks = '{note}' BEGIN SELECT RAISE(ABORT, 'refused'); END;
        CREATE TRIGGER "no {note} any more" BEFORE UPDATE ON Accounts WHEN NEW.Remarks = '{note}' BEGIN SELECT RAISE(ABORT, 'refused'); END
        """);

    protected override IConnectedSystem Connect(SystemDefinition system) => new NamedSystem(_bed.System, _keys);

    protected override void Clean() => Task.Run(async () => await _bed.DisposeAsync()).GetAwaiter().GetResult();

    private static string Definition()
    {
        var text = ExactDefinition.Text;
        var (first, next) = (text.IndexOf("\n  Accounts:", StringComparison.Ordinal), text.IndexOf("\n  Contacts:", StringComparison.Ordinal));
        var kept = text[first..next].Split('\n').Where(line => line.Length > 0).Skip(1).TakeWhile(line => !line.Contains("value_lookup", StringComparison.Ordinal));
        return $"{text[..first]}\n  Thing:\n{string.Join('\n', kept)}\n{Places}\n";
    }

    private static string ColumnOf(string property) => property switch
    {
        "name" => "Name",
        "code" => "ChamberOfCommerce",
        "note" => "Remarks",
        "count" => "InvoicingMethod",
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, "No test of the suite needs it."),
    };

    private static string Literal(Value value) => value.Kind switch
    {
        ValueKind.None => "NULL",
        ValueKind.Text => $"'{value.AsText.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => value.ToString(),
    };
}
