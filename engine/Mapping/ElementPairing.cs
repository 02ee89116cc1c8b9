namespace SesamTalk.Engine.Mapping;

/// <summary>
/// Lets the elements of two lists find each other also where they are known by what they refer to (clause R11): a key of the target's is
/// then put as the source would write it, by the same translation of keys as everywhere (clause R10).
/// </summary>
internal sealed class ElementPairing
{
    private const char Strange = '\u001d';

    private readonly MappedRow?[] _rows;
    private readonly MappedList _target;
    private readonly IReferences _references;
    private readonly Dictionary<string, string> _toTarget = new(StringComparer.Ordinal);

    private ElementPairing(MappedRow?[] rows, MappedList target, IReferences references) => (_rows, _target, _references) = (rows, target, references);

    /// <summary>The pairing of the lists of a row.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="list">The row of the lists.</param>
    /// <param name="references">Translates keys.</param>
    public static ElementPairing Of(MappedFlow flow, MappedRow list, IReferences references) => new(
        [.. list.Row.Each!.Key.Select(pair => list.Elements!.Rows.FirstOrDefault(row => row.IsReference && row.Row.Source == pair.Source && row.Row.Target == pair.Target))],
        flow.Target.Lists[list.Target]!,
        references);

    /// <summary>Whether the elements of a row's lists are known by what they refer to.</summary>
    public static bool IsByReference(MappedRow list) =>
        list.Elements!.Rows.Any(row => row.IsReference && list.Row.Each!.Key.Any(pair => row.Row.Source == pair.Source && row.Row.Target == pair.Target));

    /// <summary>The elements of the target under the source's keys. One that refers to what has no counterpart yet is nobody's.</summary>
    public ElementSet AtSource(ElementSet target)
    {
        if (_rows.All(row => row is null))
        {
            return target;
        }

        var elements = new List<Element>();
        foreach (var element in target.Elements)
        {
            var key = AtSource(element.Key);
            key = _toTarget.TryAdd(key, element.Key) ? key : Strange + element.Key;
            elements.Add(element with { Key = key });
        }

        return new ElementSet(elements);
    }

    /// <summary>The target's key in the source's words.</summary>
    public string AtSource(string key)
    {
        if (_rows.All(row => row is null) || MappedList.IsFaulty(key))
        {
            return key;
        }

        var parts = MappedList.PartsOf(key);
        for (var i = 0; i < parts.Length; i++)
        {
            if (_rows[i] is { } row)
            {
                if (_references.Translate(row.ReferencedTarget, parts[i], row.ReferencedSource) is not { } counterpart)
                {
                    return Strange + key;
                }

                parts[i] = counterpart;
            }
        }

        return MappedList.KeyOf(parts);
    }

    /// <summary>Elements that were put under the source's keys, under their own again.</summary>
    public ElementSet AtTarget(ElementSet elements) => _rows.All(row => row is null)
        ? elements
        : new ElementSet([.. elements.Elements.Select(element => element with { Key = OwnKeyOf(element) })]);

    private string OwnKeyOf(Element element) => element.Values is { } values ? _target.KeyOf(values) : _toTarget[element.Key];
}
