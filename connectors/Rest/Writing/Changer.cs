using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Reading;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>Changes and deletes records (clause W2).</summary>
internal sealed class Changer(WriteTarget target, ChildWriter children, Parents parents)
{
    // What a whole record holds; a list that does not come with it does not go with it, but where it is what changes.
    private readonly ImmutableArray<PropertyDescription> _writable =
        [.. target.Entity.Properties.Where(p => p.Access == WriteAccess.Always && target.Form.Children.GetValueOrDefault(p.Path) is not ({ WritesOneByOne: true } or { Read: not null }))];

    private readonly ChildReader _elements = new(target.Service);
    private bool _isBegun;

    /// <summary>Changes a record.</summary>
    /// <exception cref="SystemBusyException">It is partly done where one of several requests had its effect: a line that was added would be added again.</exception>
    public async Task<WriteOutcome> UpdateAsync(UpdateRequest request, WriteForm form, CancellationToken cancellationToken)
    {
        try
        {
            return await ChangeAsync(request, form, cancellationToken);
        }
        catch (SystemBusyException busy) when (_isBegun || children.HasWritten)
        {
            throw new SystemBusyException(busy.Message, busy.RetryAfter) { IsPartlyDone = true };
        }
    }

    /// <summary>Deletes a record.</summary>
    public async Task<WriteOutcome> DeleteAsync(DeleteRequest request, WriteForm form, CancellationToken cancellationToken)
    {
        var parent = await parents.OfAsync(target.Form, target.Entity, request.Key, cancellationToken);
        if (!IsAddressable(request.Key, parent))
        {
            return new Changed(null);
        }

        var current = NeedsReading(form) ? await ReadAsync(request.Key, parent, cancellationToken) : null;
        if (NeedsReading(form) && (current is null || request.Expected.Any(expected => current.Record.Values[expected.Property] != expected.Value)))
        {
            return new Changed(current?.Record);
        }

        await using var response = await Sender.SendAsync(
            target.Service, target.Form, form, PlaceholdersOf(request.Key, parent), null, RequestEffect.Idempotent, Condition(form, current), cancellationToken);
        return OutcomeOf(request.Key, response, null);
    }

    private async Task<WriteOutcome> ChangeAsync(UpdateRequest request, WriteForm form, CancellationToken cancellationToken)
    {
        var parent = await parents.OfAsync(target.Form, target.Entity, request.Key, cancellationToken);
        if (!IsAddressable(request.Key, parent))
        {
            return new Changed(null);
        }

        var current = NeedsReading(form) ? await ReadAsync(request.Key, parent, cancellationToken) : null;
        if (NeedsReading(form) && current is null)
        {
            return new Changed(null);
        }

        if (current is not null && request.Changes.Any(change => current.Record.Values[change.Property] != change.Expected))
        {
            return new Changed(current.Record);
        }

        var own = request.Changes.Where(change => !IsApart(change.Property) && target.Form.Properties[target.Shape.Properties[change.Property].Path].IsSent).ToList();
        var outcome = own.Count == 0 ? new Written(request.Key, null) : await SendAsync(request.Key, parent, form, current, own, cancellationToken);
        _isBegun = own.Count > 0 && outcome is Written;
        return outcome is Written && await ChangeChildrenAsync(request, cancellationToken) is { } problem ? new Rejected(problem) : outcome;
    }

    private async Task<WriteOutcome> SendAsync(
        string key, string? parent, WriteForm form, Current? current, List<PropertyChange> changes, CancellationToken cancellationToken)
    {
        var body = Bodies.Of(writer => WriteBody(writer, form, current, changes));
        await using var response = await Sender.SendAsync(
            target.Service, target.Form, form, PlaceholdersOf(key, parent), body, RequestEffect.Idempotent, Condition(form, current), cancellationToken);
        return OutcomeOf(key, response, response.Failure is null ? Sender.RecordIn(target, form.Record, response) : null);
    }

    private void WriteBody(Utf8JsonWriter writer, WriteForm form, Current? current, List<PropertyChange> changes)
    {
        var described = changes.Select(change => (Property: target.Shape.Properties[change.Property], change.Expected, change.Value));
        if (form.Body == BodyForm.JsonPatch)
        {
            target.Bodies.WritePatch(writer, described, form);
            return;
        }

        // What is whole is the record as it is, and what changes put over it.
        var before = form.Body == BodyForm.Whole ? _writable.Zip(current!.Writable) : [];
        target.Bodies.Object([.. before, .. described.Select(change => (change.Property, change.Value))], form).Write(writer);
    }

    private async Task<string?> ChangeChildrenAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        foreach (var change in request.Changes.Where(change => IsApart(change.Property)))
        {
            if (await children.ChangeAsync(request.Key, target.Shape.Properties[change.Property], change.Expected, change.Value, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private async Task<Current?> ReadAsync(string key, string? parent, CancellationToken cancellationToken)
    {
        var sought = new Sought(target.Form, new ReadRequest(target.Entity, target.Shape));
        var slots = _writable.Select(property => sought.Plan.Need(property.Path)).ToList();
        var fetch = new KeyFetch(target.Service, target.Form, target.Form.KeyLookup!, sought.Plan);
        await using var response = await fetch.AskAsync(key, parent, cancellationToken);
        if (response.Failure is { } failure)
        {
            return failure.Kind == FailureKind.Missing ? null : throw ListFailure.Of(target.Form, target.Service.Base, failure);
        }

        if (fetch.RowIn(response) is not { } row)
        {
            return null;
        }

        // Lists that do not come with the record are read too: an empty place would pass for an edit that took all elements away.
        var batch = row.Record is { } record ? await _elements.FillAsync(sought, new RecordBatch([record]), cancellationToken) : new RecordBatch([]);
        return batch.Records is [var whole]
            ? new Current(whole, [.. slots.Select(slot => row.Values[slot.Index])], response.Header("ETag"))
            : throw new SystemUnavailableException(
                $"a record of {target.Entity.Name} cannot be read before it is written: {(row.Fault ?? (batch.Faults is [var first, ..] ? first : null))?.Message}");
    }

    private static WriteOutcome OutcomeOf(string key, RestResponse response, Record? stored) => response.Failure?.Kind switch
    {
        null => new Written(key, stored),
        FailureKind.Rejected => new Rejected(response.Failure.Message),
        _ => new Changed(null),
    };

    private bool IsAddressable(string key, string? parent) => Address.CanStandInPath(key) && (target.Form.Parent is null || parent is not null);

    private bool IsApart(int property) => target.Form.Children.GetValueOrDefault(target.Shape.Properties[property].Path) is { WritesOneByOne: true };

    private static bool NeedsReading(WriteForm form) => form.Body == BodyForm.Whole || form.ConditionHeader is not null;

    private static ImmutableArray<HeaderLine> Condition(WriteForm form, Current? current) =>
        form.ConditionHeader is { } name && current?.Tag is { } tag ? [new HeaderLine(name, tag)] : [];

    private static Func<string, string?> PlaceholdersOf(string key, string? parent) => Placeholders.With(Placeholders.None, ("key", key), ("parent", parent));
}
