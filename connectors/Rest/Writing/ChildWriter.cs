using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Rest.Forms;
using SesamTalk.Connectors.Rest.Templates;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Connectors.Rest.Writing;

/// <summary>Writes the elements of lists by requests of their own.</summary>
internal sealed class ChildWriter(WriteTarget target)
{
    /// <summary>Whether any element was written.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>Creates all elements of a new record.</summary>
    /// <returns>Why one was not accepted; <see langword="null"/> where all were.</returns>
    public async Task<string?> CreateAllAsync(string owner, IEnumerable<(PropertyDescription List, Value Value)> lists, CancellationToken cancellationToken)
    {
        foreach (var (list, value) in lists)
        {
            if (await ChangeAsync(owner, list, Value.None, value, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Makes one list of another, element by element.</summary>
    /// <returns>Why an element was not accepted; <see langword="null"/> where all were.</returns>
    public async Task<string?> ChangeAsync(string owner, PropertyDescription list, Value before, Value after, CancellationToken cancellationToken)
    {
        var child = target.Form.Children[list.Path];
        var elements = list.Elements!;
        var old = Items(before).Where(e => ElementValues.KeyOf(elements, e) is not null).ToDictionary(e => ElementValues.KeyOf(elements, e)!, StringComparer.Ordinal);
        var kept = Items(after).Select(e => ElementValues.KeyOf(elements, e)).ToHashSet();
        foreach (var key in old.Keys.Where(key => !kept.Contains(key)))
        {
            if (await SendAsync(child, list, child.Delete, owner, key, null, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        foreach (var element in Items(after))
        {
            if (await PutAsync(child, list, owner, old, element, cancellationToken) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private Task<string?> PutAsync(
        ChildForm child, PropertyDescription list, string owner, Dictionary<string, Value> old, Value element, CancellationToken cancellationToken)
    {
        var elements = list.Elements!;
        if (ElementValues.KeyOf(elements, element) is not { } key || !old.TryGetValue(key, out var before))
        {
            return SendAsync(child, list, child.Create, owner, null, NewBody(child, elements, owner, element), cancellationToken);
        }

        var changes = elements.Properties
            .Select((property, i) => (Property: property, Expected: before.AsElement[i], Value: element.AsElement[i]))
            .Where(it => it.Property.Access == WriteAccess.Always && child.Properties[it.Property.Path].IsSent && it.Expected != it.Value)
            .ToList();
        return changes.Count == 0 ? Task.FromResult<string?>(null) : SendAsync(child, list, child.Update, owner, key, ChangedBody(child, changes), cancellationToken);
    }

    private static byte[] NewBody(ChildForm child, ElementsDescription elements, string owner, Value element)
    {
        var body = BodiesOf(child).Object(ElementValues.Given(elements, element), child.Create);
        if (child is { Parent: { } parent, Create: { } create } && !create.Path.Uses("parent"))
        {
            body.Add(parent, writer => writer.WriteStringValue(owner));
        }

        return Bodies.Of(body.Write);
    }

    private static byte[] ChangedBody(ChildForm child, List<(PropertyDescription Property, Value Expected, Value Value)> changes) => Bodies.Of(writer =>
    {
        if (child.Update is { Body: BodyForm.JsonPatch } patch)
        {
            BodiesOf(child).WritePatch(writer, changes, patch);
        }
        else
        {
            BodiesOf(child).Object(changes.Select(c => (c.Property, c.Value)), child.Update).Write(writer);
        }
    });

    private async Task<string?> SendAsync(
        ChildForm child, PropertyDescription list, WriteForm? form, string owner, string? key, byte[]? body, CancellationToken cancellationToken)
    {
        if (form is null)
        {
            var act = key is null ? "added" : body is null ? "taken away" : "changed";
            return $"elements of '{list.Path}' cannot be {act}: the definition does not say how";
        }

        var placeholders = Placeholders.With(Placeholders.None, ("parent", owner), ("key", key));
        var effect = ReferenceEquals(form, child.Create) ? RequestEffect.Create : RequestEffect.Idempotent;
        await using var response = await Sender.SendAsync(target.Service, target.Form, form, placeholders, body, effect, [], cancellationToken);
        HasWritten |= response.Failure is null;
        return response.Failure is { } failure && !(ReferenceEquals(form, child.Delete) && failure.Kind == FailureKind.Missing) ? $"an element of '{list.Path}': {failure.Message}" : null;
    }

    private static Bodies BodiesOf(ChildForm child) => new(child.Properties, new Dictionary<string, ChildForm>());

    private static IReadOnlyList<Value> Items(Value list) => list.IsNone ? [] : list.AsList;
}
