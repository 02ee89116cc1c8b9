using System.Collections.Immutable;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Running;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>The whole shipped set over the sample company, run to the end.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ShippedSetTests
{
    [Test]
    [Clause("INV1")]
    [Clause("T2")]
    public async Task A_second_run_writes_nothing()
    {
        using var world = await ShippedWorld.SettledAsync();
        var before = await world.ReadAsync();

        var report = await world.RunAsync();

        report.Writes.Should().Be(0);
        (await world.ReadAsync()).ChangedSince(before).Should().BeEmpty();
    }

    [Test]
    [Clause("INV2")]
    [Clause("R1")]
    public async Task Every_row_of_every_link_agrees()
    {
        using var world = await ShippedWorld.SettledAsync();

        world.Links().Should().NotBeEmpty();
        (await DifferingAsync(world)).Should().BeEmpty();
    }

    [Test]
    [Clause("INV4")]
    [Clause("I1")]
    [Clause("I5")]
    public async Task Nobody_is_twice_in_an_entity()
    {
        using var world = await ShippedWorld.SettledAsync();

        Twice(world.Links()).Should().BeEmpty();
    }

    [Test]
    [Clause("INV4")]
    [Clause("I2")]
    public async Task An_employee_of_the_ERP_is_one_contact_of_CRMOffice_whichever_way_he_came()
    {
        using var world = await ShippedWorld.SettledAsync();
        var links = world.Links();
        var direct = Linked(links, "customerp-employee-to-crmoffice-contacts");
        var toExact = Linked(links, "customerp-employee-to-exact-contacts");
        var onward = Linked(links, "exact-online-contacts-to-crmoffice-contacts");

        direct.Should().NotBeEmpty();
        foreach (var (employee, contact) in direct.Where(pair => toExact.ContainsKey(pair.Key)))
        {
            onward[toExact[employee]].Should().Be(contact, $"{employee} is one person");
        }
    }

    [Test]
    [Clause("INV6")]
    [Clause("T3")]
    public async Task The_order_of_flows_systems_and_batches_does_not_change_the_outcome([Range(1, 8)] int seed)
    {
        using var shuffled = ShippedWorld.Sample();
        var before = await ShippedWorld.SeenAsync();
        var random = new Random(seed);
        shuffled.Set = Shuffle(shuffled.Set, random);

        await shuffled.RunAsync(new RunOptions { BatchSize = random.Next(1, 500) });

        Settled.Difference(await ShippedWorld.SeenSettledAsync(), await shuffled.ReadAsync(), before).Should().BeEmpty();
        Twice(shuffled.Links()).Should().BeEmpty();
    }

    [Test]
    [Clause("INV4")]
    [Clause("I2")]
    public async Task Nobody_is_twice_under_other_names_of_the_flows_either([Range(1, 2)] int seed)
    {
        using var world = ShippedWorld.Sample();
        var flows = Shuffled(world.Set.Flows, new Random(seed));
        world.Set = world.Set with { Flows = [.. flows.Select((flow, i) => flow with { Name = $"{i:00}-{flow.Name}" })] };

        await world.RunAsync();

        Twice(world.Links()).Should().BeEmpty();
        (await world.RunAsync()).Writes.Should().Be(0);
    }

    [Test]
    [Clause("INV4")]
    [Clause("I2")]
    public async Task Nobody_is_twice_where_flows_are_run_one_by_one([Range(1, 1)] int seed)
    {
        using var world = ShippedWorld.Sample();
        foreach (var flow in Shuffled(world.Set.Flows, new Random(seed)))
        {
            await world.RunAsync(new RunOptions { Flows = [flow.Name] });
        }

        await world.RunAsync();

        Twice(world.Links()).Should().BeEmpty();
        (await world.RunAsync()).Writes.Should().Be(0);
    }

    [Test]
    [Clause("R10")]
    public async Task A_new_order_of_a_new_customer_takes_one_run()
    {
        using var world = await ShippedWorld.SettledAsync();
        world.Execute("custom-erp", """
            INSERT INTO customers (customer_id, customer_no, name, status, email) VALUES (990001, '99001', 'Fjordkaffe AS', 'customer', 'post@fjordkaffe.example');
            INSERT INTO orders (order_id, order_no, customer_id, order_date, currency) VALUES (990002, 'SO-99002', 990001, '2026-03-02', 'NOK');
            INSERT INTO order_lines (order_id, line_no, product_id, quantity) SELECT 990002, 1, min(product_id), 3 FROM products
            """);

        var report = await world.RunAsync();

        report.Findings.Should().BeEmpty();
        var account = world.Query("exact-online", "SELECT ID FROM Accounts WHERE Name = 'Fjordkaffe AS'").Should().ContainSingle().Subject;
        world.Query("exact-online", "SELECT OrderedBy FROM SalesOrders WHERE YourRef = 'SO-99002'").Should().Equal(account);
        world.Query("custom-pms", "SELECT count(*) FROM customer WHERE name = 'Fjordkaffe AS'").Should().Equal("1");
    }

    /// <summary>The rows of links that do not agree.</summary>
    internal static async Task<IReadOnlyList<string>> DifferingAsync(ShippedWorld world)
    {
        var (snapshot, links) = (await world.ReadAsync(), world.Links());
        var clusters = new Clusters(links);
        return
        [
            .. from link in links
               from row in link.Flow.Properties
               where row.Direction == Direction.Both
               where !Agreement.Holds(link, row, snapshot, clusters)
               select $"{link.Flow.Name}: {link.Source} {row.Source} = '{snapshot[new(link.Source, row.Source)]}', {link.Target} {row.Target} = '{snapshot[new(link.Target, row.Target)]}'",
        ];
    }

    private static FlowSet Shuffle(FlowSet set, Random random) => set with
    {
        Flows = Shuffled(set.Flows, random),
        Workspace = set.Workspace with { Systems = Shuffled(set.Workspace.Systems, random) },
    };

    private static ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items, Random random)
    {
        T[] shuffled = [.. items];
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    // One link a flow and record, and one record of an entity a cluster.
    internal static IEnumerable<string> Twice(ImmutableArray<LinkedPair> links) =>
    [
        .. links.GroupBy(link => (link.Flow.Name, link.Source)).Where(group => group.Count() > 1).Select(group => $"{group.Key} has several targets"),
        .. links.GroupBy(link => (link.Flow.Name, link.Target)).Where(group => group.Count() > 1).Select(group => $"{group.Key} has several sources"),
        .. new Clusters(links).All
            .SelectMany(cluster => cluster.GroupBy(record => record[..record.LastIndexOf('/')]))
            .Where(entity => entity.Count() > 1)
            .Select(entity => $"{string.Join(" and ", entity)} are one thing"),
    ];

    private static Dictionary<string, string> Linked(ImmutableArray<LinkedPair> links, string flow) =>
        links.Where(link => link.Flow.Name == flow).ToDictionary(link => link.Source, link => link.Target);
}
