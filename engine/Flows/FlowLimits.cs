namespace SesamTalk.Engine.Flows;

/// <summary>How much of a kind of write one run may do for one flow (clause G1).</summary>
/// <param name="Creates">For creates.</param>
/// <param name="Updates">For updates.</param>
/// <param name="Deletes">For deletes.</param>
public sealed record FlowLimits(Limit Creates, Limit Updates, Limit Deletes)
{
    /// <summary>Deletes 10 % or 20, whichever is more; the rest as much as there is.</summary>
    public static FlowLimits Default { get; } = new(Limit.None, Limit.None, new Limit(20, 10));
}

/// <summary>A limit: the greater of a count and a share.</summary>
/// <param name="Count">As a count; <see langword="null"/> where not said.</param>
/// <param name="Percent">As a share of what is linked, in percent; <see langword="null"/> where not said.</param>
public sealed record Limit(int? Count, decimal? Percent)
{
    /// <summary>No limit.</summary>
    public static Limit None { get; } = new(null, null);

    /// <summary>How many are allowed where so many are linked; none for as many as there are.</summary>
    public long? Of(long linked) => Count is null && Percent is null
        ? null
        : Math.Max(Count ?? 0, (long)decimal.Floor((Percent ?? 0) * linked / 100));
}
