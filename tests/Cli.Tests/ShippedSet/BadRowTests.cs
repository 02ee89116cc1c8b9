using SesamTalk.Engine.Running;
using SesamTalk.Sqlite;
using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>Rows that no flow can use, as they are found in databases: each is named in plain words, and the rest goes on.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BadRowTests
{
    [Test]
    public async Task A_date_that_is_none_is_told_of_by_record_and_property()
    {
        using var world = await ShippedWorld.SettledAsync();
        var order = world.Query("custom-erp", "SELECT order_id FROM orders ORDER BY 1 LIMIT 1")[0];
        world.Execute("custom-erp", $"UPDATE orders SET order_date = '31. februar' WHERE order_id = {order}");

        var finding = await OneFindingAsync(world);

        finding.Kind.Should().Be(FindingKind.Unreadable);
        finding.Subject.Should().Be($"custom-erp/Order/{order}");
        finding.Message.Should().Contain("order_date").And.Contain("31. februar");
    }

    [Test]
    [Clause("W4")]
    public async Task A_text_that_the_other_side_has_no_room_for_is_told_of_with_the_lengths()
    {
        using var world = await ShippedWorld.SettledAsync();
        var product = world.Query("custom-erp", "SELECT product_id FROM products ORDER BY 1 LIMIT 1")[0];
        world.Execute("custom-erp", $"UPDATE products SET description = '{new string('x', 300)}' WHERE product_id = {product}");

        var finding = await OneFindingAsync(world);

        finding.Kind.Should().Be(FindingKind.Rejected);
        finding.Subject.Should().StartWith("exact-online/Items/");
        finding.Message.Should().Contain("ExtraDescription").And.Contain("255").And.Contain("300");
    }

    [Test]
    public async Task A_record_without_a_key_is_told_of()
    {
        using var world = await ShippedWorld.SettledAsync();
        world.Execute("custom-crm", """
            CREATE TABLE copy AS SELECT * FROM crm_contact; DROP TABLE crm_contact; ALTER TABLE copy RENAME TO crm_contact;
            INSERT INTO crm_contact (first_name, last_name, changed_at) VALUES ('Uten', 'Nummer', '2099-01-01T00:00:00.000Z')
            """);

        var finding = await OneFindingAsync(world);

        finding.Kind.Should().Be(FindingKind.Unreadable);
        finding.Subject.Should().StartWith("custom-crm/Contact");
        finding.Message.Should().Contain("key");
    }

    [Test]
    [Clause("W4")]
    public async Task A_locked_database_is_left_alone_and_the_others_go_on()
    {
        using var world = await ShippedWorld.SettledAsync();
        world.HurryAt("custom-crm");
        world.Execute("custom-erp", "UPDATE employees SET job_title = 'endret' WHERE employee_id = (SELECT min(employee_id) FROM employees)");
        using var holder = SqliteDatabase.Open(world.PathOf("custom-crm"), SqliteAccess.ReadWrite, TimeSpan.Zero);
        holder.Execute("BEGIN EXCLUSIVE");

        var report = await world.RunAsync();

        var finding = report.Findings.Should().ContainSingle().Subject;
        finding.Kind.Should().Be(FindingKind.Unavailable);
        finding.Subject.Should().Be("custom-crm");
        finding.Message.Should().Contain("another program");
        world.Query("crmoffice", "SELECT count(*) FROM Contacts WHERE title = 'endret'").Should().Equal("1");
    }

    // Beside the bad row there is an edit that has to arrive.
    private static async Task<Finding> OneFindingAsync(ShippedWorld world)
    {
        world.Execute("custom-crm", "UPDATE crm_product SET description = 'endret' WHERE sku = (SELECT min(sku) FROM crm_product)");

        var report = await world.RunAsync();

        world.Query("poweroffice-go", "SELECT count(*) FROM Products WHERE Description = 'endret'").Should().Equal("1");
        return report.Findings.Should().ContainSingle().Subject;
    }
}
