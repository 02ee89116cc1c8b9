using SesamTalk.Cli.Tests.Program;

namespace SesamTalk.Cli.Tests.Testing;

/// <summary>A workspace of a firm and its shop, whose flow has a bit of everything that tests can touch.</summary>
internal sealed class TestedWorkspace : IDisposable
{
    private const string Systems = """
        version: 1
        systems:
          firm: { rank: 20, connector: sql, settings: { provider: sqlite, connection: "Data Source=nowhere.db" }, entities: firm.entities.yaml }
          shop: { rank: 10, connector: sql, settings: { provider: sqlite, connection: "Data Source=nowhere.db" }, entities: shop.entities.yaml }

        """;

    private const string Firm = """
        version: 1
        entities:
          Customer:
            key: { property: id, given_by: system }
            natural_keys: [[no]]
            modified: changed
            properties:
              id: { type: integer, access: never }
              no: { type: string, mandatory: true, access: create }
              name: { type: string, mandatory: true }
              short_name: { type: string }
              status: { type: string }
              country: { type: string }
              vat: { type: string }
              seller: { type: integer, references: Seller }
              lines:
                type: list
                elements:
                  key: line_id
                  properties:
                    line_id: { type: integer, access: never }
                    product: { type: integer, references: Product }
                    quantity: { type: decimal }
              changed: { type: datetime, access: never }

        """;

    private const string Shop = """
        version: 1
        entities:
          Account:
            key: { property: ID, given_by: client }
            natural_keys: [[Code]]
            modified: Modified
            properties:
              ID: { type: string, access: never }
              Code: { type: string }
              Name: { type: string, mandatory: true, max_length: 12 }
              Status: { type: string }
              Vat: { type: string }
              Manager: { type: string, references: User }
              Basket:
                type: list
                elements:
                  key: Line
                  properties:
                    Line: { type: string, access: never }
                    Item: { type: string, references: Item }
                    Amount: { type: decimal }
              Modified: { type: datetime, access: never }

        """;

    public const string CustomerFlow = """
        version: 1
        flow: customers
        source: { system: firm, entity: Customer }
        target: { system: shop, entity: Account }
        match:
          - { no: Code }
        delete: propagate
        properties:
          - { source: no, target: Code, direction: to_target }
          - { source: short_name, target: Name }
          - { source: name, target: Name }
          - { source: status, target: Status, convert: { lookup: { N: New, S: Shipped } } }
          - { source: vat, target: Vat, when: { source: { country: "NO" } } }
          - { source: seller, target: Manager, type: reference, of: { source: Seller, target: User } }
          - source: lines
            target: Basket
            each: { key: { product: Item } }
            properties:
              - { source: product, target: Item, type: reference, of: { source: Product, target: Item } }
              - { source: quantity, target: Amount }

        """;

    private const string SellerFlow = """
        version: 1
        source: { system: firm, entity: Seller }
        target: { system: shop, entity: User }
        match:
          - { name: Name }
        properties:
          - { source: name, target: Name }

        """;

    private readonly SmallWorkspace _files = new();

    public TestedWorkspace()
    {
        File.Delete(_files.PathOf("people.flow.yaml"));
        _files.Write("systems.yaml", Systems);
        _files.Write("firm.entities.yaml", Firm + Named("Seller", "id", "integer", "system", "name") + Named("Product", "id", "integer", "system", "name"));
        _files.Write("shop.entities.yaml", Shop + Named("User", "ID", "string", "client", "Name") + Named("Item", "ID", "string", "client", "Name"));
        _files.Write("customers.flow.yaml", CustomerFlow);
        _files.Write("sellers.flow.yaml", SellerFlow);
        _files.Write("products.flow.yaml", SellerFlow.Replace("Seller", "Product", StringComparison.Ordinal).Replace("User", "Item", StringComparison.Ordinal));
    }

    /// <summary>The file of the tests that <see cref="With"/> writes.</summary>
    public string Tests => _files.PathOf("customers.flow-test.yaml");

    /// <summary>Adds tests of the flow of customers, as they stand under <c>tests:</c>.</summary>
    public TestedWorkspace With(string tests)
    {
        _files.Write("customers.flow-test.yaml", $"version: 1\nflow: customers\ntests:\n{string.Concat(tests.TrimEnd().Split('\n').Select(line => $"  {line.TrimEnd('\r')}\n"))}");
        return this;
    }

    public void Write(string file, string text) => _files.Write(file, text);

    public void Remove(string file) => File.Delete(_files.PathOf(file));

    /// <summary>Allows a cluster several records of an entity.</summary>
    public void Allow(string entity) => _files.Write("systems.yaml", $"{Systems}clusters: {{ several: [{entity}] }}\n");

    public Task<ProgramResult> RunAsync(params string[] arguments) => new TestProgram(_files.Folder).RunAsync(["test", .. arguments]);

    public void Dispose() => _files.Dispose();

    // What others refer to: it has a key and a name.
    private static string Named(string entity, string key, string type, string giver, string name) => $$"""
          {{entity}}:
            key: { property: {{key}}, given_by: {{giver}} }
            natural_keys: [[{{name}}]]
            properties:
              {{key}}: { type: {{type}}, access: never }
              {{name}}: { type: string }

        """;
}
