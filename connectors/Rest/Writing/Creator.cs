using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Reading;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Rest.Values;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>Creates records one by one.</summary>
internal sealed class Creator(WriteTarget target, WriteForm form, ChildWriter children, Parents parents)
{
    /// <summary>Creates one.</summary>
    /// <exception cref="AnswerLostException">It may have been created, and its key is not known.</exception>
    public async Task<WriteOutcome> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        var placeholders = PlaceholdersOf(request);
        if (form.Path.Uses("key") && !Address.CanStandInPath(request.Key ?? string.Empty))
        {
            return new Rejected($"the key '{request.Key}' cannot stand in an address");
        }

        await using var response = await Sender.SendAsync(
            target.Service, target.Form, form, placeholders, BodyOf(request), EffectOf(request), HeadersOf(request), cancellationToken);
        if (response.Failure is { } failure)
        {
            return new Rejected(failure.Message);
        }

        var written = CreateAnswer.Read(target.Entity.Name, () => WrittenIn(request, response));
        RememberParent(request, written.Key);
        return await CreateChildrenAsync(written.Key, request, cancellationToken) is { } problem
            ? await TakeBackAsync(written.Key, placeholders, problem, cancellationToken)
            : written;
    }

    // The record is there already: it must not seem as if the whole create could be sent again.
    private async Task<string?> CreateChildrenAsync(string key, CreateRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await children.CreateAllAsync(key, ApartIn(request), cancellationToken);
        }
        catch (Exception trouble) when (trouble is SystemBusyException or OperationCanceledException)
        {
            throw new AnswerLostException($"{target.Entity.Name} '{key}' was created, and its elements were not, or not all of them: {trouble.Message}", trouble);
        }
    }

    /// <summary>The values of a create that belong in its body.</summary>
    public static IEnumerable<(PropertyDescription Property, Value Value)> ValuesOf(WriteTarget target, CreateRequest request)
    {
        var key = target.Entity.Property(target.Entity.Key.Property);
        var given = request.Values
            .Select(it => (Property: target.Shape.Properties[it.Property], it.Value))
            .Where(it => !it.Value.IsNone && it.Property.Path != key?.Path && target.Form.Children.GetValueOrDefault(it.Property.Path) is not { FollowsCreate: true });
        return request.Key is { } text && key is not null ? given.Prepend((key, KeyValue(key, text))) : given;
    }

    private static Value KeyValue(PropertyDescription key, string text) =>
        key.Type == PropertyType.Integer && long.TryParse(text, out var number) ? Value.Integer(number) : Value.Text(text);

    private ReadOnlyMemory<byte>? BodyOf(CreateRequest request) => Bodies.Of(writer => target.Bodies.Object(ValuesOf(target, request), form).Write(writer));

    private RequestEffect EffectOf(CreateRequest request) =>
        form.IdempotencyHeader is not null || (request.Key is not null && form.Method == HttpMethod.Put) ? RequestEffect.Idempotent : RequestEffect.Create;

    private ImmutableArray<HeaderLine> HeadersOf(CreateRequest request) =>
        form.IdempotencyHeader is { } name ? [new HeaderLine(name, request.IdempotencyKey)] : [];

    private Written WrittenIn(CreateRequest request, RestResponse response)
    {
        var stored = Sender.RecordIn(target, form.Record, response);
        var key = request.Key ?? (form.Key is { } place ? CreatedKey.In(response, place) : null) ?? stored?.Key;
        return key is { Length: > 0 }
            ? new Written(key, stored)
            : throw new AnswerLostException($"the answer to a create of {target.Entity.Name} does not tell the key of the new record");
    }

    private IEnumerable<(PropertyDescription List, Value Value)> ApartIn(CreateRequest request) => request.Values
        .Select(it => (target.Shape.Properties[it.Property], it.Value))
        .Where(it => !it.Value.IsNone && target.Form.Children.GetValueOrDefault(it.Item1.Path) is { FollowsCreate: true });

    // A record without the elements that it was to have must not stand there as if it were whole; nor may it be made a second time where it
    // stays there.
    private async Task<WriteOutcome> TakeBackAsync(string key, Func<string, string?> placeholders, string problem, CancellationToken cancellationToken)
    {
        var why = target.Form.Delete is { } delete ? await DeleteAsync(key, placeholders, delete, cancellationToken) : "the definition does not say how";
        return why is null
            ? new Rejected(problem)
            : throw new AnswerLostException($"{target.Entity.Name} '{key}' was created without all of its elements ({problem}), and cannot be taken back: {why}");
    }

    private async Task<string?> DeleteAsync(string key, Func<string, string?> placeholders, WriteForm delete, CancellationToken cancellationToken)
    {
        await using var response = await Sender.SendAsync(
            target.Service, target.Form, delete, placeholders.With(("key", key)), null, RequestEffect.Idempotent, [], cancellationToken);
        return response.Failure is { Kind: not FailureKind.Missing } failure ? failure.Message : null;
    }

    private void RememberParent(CreateRequest request, string key)
    {
        if (target.Form.Parent is { } parent)
        {
            parents.See(target.Form, key, ValueAt(request, parent.Property));
        }
    }

    private Func<string, string?> PlaceholdersOf(CreateRequest request) => name =>
        name == "key" ? request.Key
        : name == "parent" && target.Form.Parent is { } parent ? ValueAt(request, parent.Property).ToString()
        : name.StartsWith("property:", StringComparison.Ordinal) ? TextAt(request, name["property:".Length..])
        : null;

    private string TextAt(CreateRequest request, string path) =>
        target.Entity.Property(path) is { } property ? ValueWriter.TextOf(property, ValueAt(request, path), target.Form.Properties[path]) : string.Empty;

    private Value ValueAt(CreateRequest request, string path)
    {
        var place = target.Shape.IndexOf(path);
        return request.Values.FirstOrDefault(value => value.Property == place).Value;
    }
}
