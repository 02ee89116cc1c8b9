using System.Globalization;
using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Systems;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.ExactOnline.Writing;

/// <summary>What Exact Online fills in by itself when a record is made.</summary>
/// <param name="database">The database.</param>
/// <param name="time">Tells which day it is.</param>
/// <param name="clock">The clock.</param>
internal sealed class SideEffects(StandInDatabase database, ExactTime time, TimeProvider clock)
{
    private static readonly string Warehouse = Keys.Uuid("exact-online/warehouses", 0);

    /// <summary>Fills a new record.</summary>
    public void OnCreate(ExactEntity entity, WrittenRecord record)
    {
        switch (entity.Name)
        {
            case "Accounts":
                OnAccount(record);
                break;
            case "Contacts":
                OnContact(record);
                break;
            case "SalesOrders":
                OnSalesOrder(record);
                break;
            case "Quotations":
                OnQuotation(record);
                break;
        }
    }

    /// <summary>Fills a new line: its number in the head and its amount.</summary>
    public void OnLine(ExactEntity entity, WrittenRecord line)
    {
        var last = database.Value($"SELECT max(LineNumber) FROM {Sql.Quote(entity.Name)} WHERE {Sql.Quote(entity.HeadKey!)} = ?", line[entity.HeadKey!]);
        line.Values["LineNumber"] = Convert.ToInt64(last ?? 0L, CultureInfo.InvariantCulture) + 1;
        line.Default("Quantity", 1L);
        line.Default("AmountFC", Amount(line));
        line.Values["AmountDC"] = line["AmountFC"];
    }

    private void OnAccount(WrittenRecord record)
    {
        record.Default("Code", Next("Accounts", "CAST(trim(Code) AS INTEGER)").ToString(CultureInfo.InvariantCulture).PadLeft(18));
        record.Default("Status", "A");
        record.Values["Type"] = "A";
        record.Default("StartDate", time.Today(clock.GetUtcNow()));
    }

    private void OnContact(WrittenRecord record)
    {
        record.Default("BusinessEmail", record["Email"]);
        record.Default("BirthName", record["LastName"]);
        record.Default("Gender", "O");
        record.Default("StartDate", time.Today(clock.GetUtcNow()));
    }

    private void OnSalesOrder(WrittenRecord record)
    {
        record.Default("OrderNumber", Next("SalesOrders", "OrderNumber"));
        record.Default("OrderDate", time.Today(clock.GetUtcNow()));
        record.Default("Currency", "EUR");
        record.Default("PaymentCondition", "00");
        record.Default("WarehouseID", Warehouse);
        record.Default("ApprovalStatus", 1);
        record.Values["Status"] = 12;
        record.Values["DeliveryStatus"] = 12;
        record.Values["InvoiceStatus"] = 12;
        record.Values["AmountDC"] = record.Lines!.Value.Sum(Amount);
        record.Values["AmountFC"] = record["AmountDC"];
    }

    private void OnQuotation(WrittenRecord record)
    {
        record.Default("QuotationNumber", Next("Quotations", "QuotationNumber"));
        record.Default("QuotationDate", time.Today(clock.GetUtcNow()));
        record.Default("Currency", "EUR");
        record.Values["VersionNumber"] = 1;
        record.Values["Status"] = 25;
        record.Values["AmountDC"] = record.Lines!.Value.Sum(Amount);
        record.Values["AmountFC"] = record["AmountDC"];
    }

    private long Next(string table, string number) =>
        Convert.ToInt64(database.Value($"SELECT coalesce(max({number}), 0) + 1 FROM {Sql.Quote(table)}"), CultureInfo.InvariantCulture);

    private static double Amount(WrittenRecord line) => Number(line["Quantity"] ?? 1L) * Number(line["NetPrice"] ?? line["UnitPrice"] ?? 0L);

    private static double Number(object cell) => Convert.ToDouble(cell, CultureInfo.InvariantCulture);
}
