using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>What follows from a definition for what a system can do with an entity.</summary>
internal static class CapabilitiesOfForm
{
    /// <summary>What the system can do.</summary>
    public static Capabilities Of(EntityForm form, EntityDescription entity) => new()
    {
        ReadsComplete = form.Read is not null,
        ReadsInKeyOrder = form.IsInKeyOrder,
        ReadsSince = form is { Read: not null, Changes: not null },
        ReadsKeys = form.Read is { SelectsFields: true },
        TellsDeletes = form is { Read: not null, Changes: not null, Deletes: not null },
        LooksUpByKey = form.KeyLookup is not null,
        LooksUpByValues = form.ValueLookup is { } lookup && CanFindAgain(lookup, entity),
        WritesConditionally = form is { Update.IsConditional: true } && form.Delete is not { IsConditional: false },
        KnowsIdempotencyKeys = form.Create is { IdempotencyHeader: not null } && form.Batch is null,
        TakesKeys = TakesKeys(form, entity),
        AnswersWithStoredState = form.Create is not { Record.IsEmpty: true } && form.Update is not { Record.IsEmpty: true } && form.Batch is null && !ReadsChildrenApart(form),
        RewritesValues = form.RewritesValues,
        GivesModificationTimes = entity.Modified is not null,

        // One by one, so that what became of a record is known before the next is sent.
        WriteBatchSize = form.Batch?.Most ?? 1,
    };

    /// <summary>Whether the system takes keys that its callers choose. Where the answer to a create tells the key, it has chosen it itself.</summary>
    public static bool TakesKeys(EntityForm form, EntityDescription entity) =>
        entity.Key.GivenBy == KeyGiver.Client && form.Create is not { Key: not null };

    // Each set of properties that names a record has to have one that the system can be asked for; the others are compared here.
    private static bool CanFindAgain(ValueLookupForm lookup, EntityDescription entity) =>
        entity.NaturalKeys.All(properties => properties.Any(lookup.CanAsk)) && (entity.ExternalReference is not { } reference || lookup.CanAsk(reference));

    private static bool ReadsChildrenApart(EntityForm form) => form.Children.Values.Any(child => child.Read is not null);
}
