using SesamTalk.Sandbox.Storage;
using SesamTalk.Sandbox.Tables;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>What PowerOffice Go refuses although it understands it.</summary>
/// <param name="database">The database.</param>
internal sealed class GoRules(StandInDatabase database)
{
    // The series of the ledger of customers; the vendor's is each client's own.
    private const long FirstNumber = 10000, LastNumber = 99999;

    /// <summary>Checks a record as it would be.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="sent">What the caller sent.</param>
    /// <param name="whole">All of it, after the write.</param>
    /// <param name="key">Its key; none for a new one.</param>
    /// <exception cref="GoRefusalException">It cannot be.</exception>
    public void Check(GoResource resource, IReadOnlyDictionary<string, object?> sent, IReadOnlyDictionary<string, object?> whole, object? key)
    {
        if (resource.Table.Fields.FirstOrDefault(field => field.Is("mandatory") && IsEmpty(whole, field.Name)) is { } missing)
        {
            throw GoRefusalException.Invalid(resource, $"{missing.Name} is required.");
        }

        if (Trouble(resource.Name, whole) is { } trouble)
        {
            throw GoRefusalException.Invalid(resource, trouble);
        }

        if (sent.Keys.Any(name => name.StartsWith("MailAddress.", StringComparison.Ordinal)) && key is null && (IsEmpty(whole, "MailAddress.City") || IsEmpty(whole, "MailAddress.ZipCode")))
        {
            throw GoRefusalException.Invalid(resource, "A mail address needs City and ZipCode.");
        }

        CheckColumns(resource, sent, key);
    }

    /// <summary>Checks that nothing needs a record that is to go.</summary>
    /// <exception cref="GoRefusalException">An order does.</exception>
    public void CheckDelete(GoResource resource, object key)
    {
        if (resource.Name == "Customers" && RowEdits.Exists(database, "SalesOrders", "CustomerId", key))
        {
            throw new GoRefusalException(409, "Customer conflict", "The customer has sales orders and cannot be deleted.");
        }
    }

    private static string? Trouble(string resource, IReadOnlyDictionary<string, object?> whole) => resource switch
    {
        "Customers" when IsTrue(whole, "IsPerson") && (IsEmpty(whole, "FirstName") || IsEmpty(whole, "LastName")) => "A person needs FirstName and LastName.",
        "Customers" when !IsTrue(whole, "IsPerson") && IsEmpty(whole, "Name") => "A company needs Name.",
        "Customers" when Equals(whole.GetValueOrDefault("InvoiceDeliveryType"), "PdfByEmail") && IsEmpty(whole, "InvoiceEmailAddress") => "PdfByEmail needs InvoiceEmailAddress.",
        "Customers" when whole.GetValueOrDefault("Number") is long number and not (>= FirstNumber and <= LastNumber) => $"Number {number} lies outside the number series.",
        "ContactPersons" when whole.GetValueOrDefault("EmailAddress") is string mail && !(mail.Trim().IndexOf('@', StringComparison.Ordinal) > 0) => "EmailAddress is no e-mail address.",
        "SalesOrders" when IsEmpty(whole, "CustomerId") => "CustomerId or CustomerNo is required.",
        "SalesOrderLines" when !IsEmpty(whole, "ProductId") && IsEmpty(whole, "Quantity") => "A line with a product needs Quantity.",
        "Departments" when IsEmpty(whole, "Code") || IsEmpty(whole, "Name") => "A department needs Code and Name.",
        _ => null,
    };

    private void CheckColumns(GoResource resource, IReadOnlyDictionary<string, object?> sent, object? key)
    {
        foreach (var field in resource.Table.Fields.Where(field => sent.GetValueOrDefault(field.Name) is not null))
        {
            if (field.References is { } target && !RowEdits.Exists(database, target, "Id", sent[field.Name]))
            {
                throw GoRefusalException.Invalid(resource, $"{field.Name} {sent[field.Name]} does not exist.");
            }

            if (field.Is("unique") && Holder(resource, field, sent[field.Name], key) is { } holder)
            {
                throw GoRefusalException.Invalid(resource, $"{field.Name} '{sent[field.Name]}' is already used by the one with id {holder}.");
            }
        }
    }

    private object? Holder(GoResource resource, Field field, object? value, object? key) => database.Value(
        $"SELECT \"Id\" FROM {Sql.Quote(resource.Name)} WHERE {Sql.Quote(field.Name)} = ? AND \"Id\" IS NOT ?", value, key);

    private static bool IsEmpty(IReadOnlyDictionary<string, object?> values, string name) => string.IsNullOrWhiteSpace(values.GetValueOrDefault(name)?.ToString());

    private static bool IsTrue(IReadOnlyDictionary<string, object?> values, string name) => values.GetValueOrDefault(name) is true or 1L;
}
