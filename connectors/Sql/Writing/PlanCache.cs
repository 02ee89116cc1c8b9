namespace SesamTalk.Connectors.Sql.Writing;

/// <summary>Prepared plans by the properties that they write.</summary>
internal sealed class PlanCache<TPlan>(Func<string, TPlan> make) : IDisposable
    where TPlan : class, IDisposable
{
    private const int MostPlans = 100;

    private readonly Dictionary<string, TPlan> _plans = new(StringComparer.Ordinal);

    /// <summary>The plan for some properties, each a character; made at its first use.</summary>
    public TPlan Get(ReadOnlySpan<char> properties)
    {
        var plans = _plans.GetAlternateLookup<ReadOnlySpan<char>>();
        if (plans.TryGetValue(properties, out var known))
        {
            return known;
        }

        if (_plans.Count >= MostPlans)
        {
            Dispose();
        }

        return plans[properties] = make(properties.ToString());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var plan in _plans.Values)
        {
            plan.Dispose();
        }

        _plans.Clear();
    }
}
