namespace SesamTalk.Engine.Documents;

/// <summary>
/// Mends a nested expression that was printed without its inner ends. Documents of some age make the cell from
/// <c>["integer", ["decimal", "_."]]</c> by taking out every <c>, "_."]</c> and turning every <c>["</c> into <c>"</c>, which gives
/// <c>"integer", "decimal"]</c>: a function that is not closed has lost the value itself as its last argument. Where a
/// function ends must be tried out, since a lost bracket leaves no trace; cells are a few words long.
/// </summary>
internal sealed class DamagedExpression
{
    // How many arguments each function has, the value itself included; "if" may do without its last.
    private static readonly Dictionary<string, int[]> Arities = new(StringComparer.Ordinal)
    {
        ["string"] = [1], ["integer"] = [1], ["float"] = [1], ["decimal"] = [1], ["boolean"] = [1], ["list"] = [1], ["first"] = [1],
        ["replace"] = [3], ["datetime-format"] = [2], ["datetime-parse"] = [2], ["if-null"] = [2], ["if"] = [3, 2], ["eq"] = [2], ["neq"] = [2],
        ["upper"] = [1], ["lower"] = [1], ["strip"] = [1],
    };

    // Longer cells would take too long to try out.
    private const int Most = 16;

    private readonly List<string> _tokens;

    private DamagedExpression(List<string> tokens) => _tokens = tokens;

    /// <summary>Every whole expression that the cell can stand for.</summary>
    public static IEnumerable<TypeExpression> Mend(ReadOnlySpan<char> cell)
    {
        List<string>? tokens = TypeTokens.Read(cell);
        return tokens is null || tokens.Count > Most
            ? []
            : new DamagedExpression(tokens).At(0).Where(found => found.Next == tokens.Count).Select(found => found.Read);
    }

    private IEnumerable<(TypeExpression Read, int Next)> At(int index)
    {
        if (index >= _tokens.Count || _tokens[index] == TypeTokens.Close)
            return [];
        string text = _tokens[index][1..];
        if (text == "_.")
            return [(new TypeExpression.Self(), index + 1)];
        return Arities.TryGetValue(text, out int[]? arities)
            ? arities.SelectMany(arity => Calls(text, index + 1, arity))
            : [(new TypeExpression.Literal(text), index + 1)];
    }

    private IEnumerable<(TypeExpression Read, int Next)> Calls(string name, int index, int arity) =>
        Arguments(index, arity, []).Select(found => ((TypeExpression)new TypeExpression.Call(name, [.. found.Read]), found.Next));

    private IEnumerable<(List<TypeExpression> Read, int Next)> Arguments(int index, int left, List<TypeExpression> read)
    {
        if (left == 0)
        {
            if (index < _tokens.Count && _tokens[index] == TypeTokens.Close)
                yield return (read, index + 1);
            yield break;
        }
        foreach ((TypeExpression argument, int next) in At(index))
        {
            foreach (var whole in Arguments(next, left - 1, [.. read, argument]))
                yield return whole;
        }
        if (left == 1)
            yield return ([.. read, new TypeExpression.Self()], index);
    }
}
