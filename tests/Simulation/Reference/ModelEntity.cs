using System.Globalization;
using SesamTalk.Simulation.Worlds;

namespace SesamTalk.Simulation.Reference;

/// <summary>An entity: what its system holds, and what the mirror knows of it.</summary>
internal sealed class ModelEntity(EntityPlan plan, SystemPlan system, IReadOnlyList<string> mapped)
{
    private int _lastNumber;

    public EntityPlan Plan { get; } = plan;

    public SystemPlan System { get; } = system;

    public string Path => Plan.Path;

    /// <summary>The properties that any flow maps.</summary>
    public IReadOnlyList<string> Mapped { get; } = mapped;

    /// <summary>What the system holds.</summary>
    public SortedDictionary<string, ModelRecord> Records { get; } = new(StringComparer.Ordinal);

    /// <summary>What the mirror knows.</summary>
    public SortedDictionary<string, ModelMirror> Mirror { get; } = new(StringComparer.Ordinal);

    /// <summary>When it was read before.</summary>
    public long LastRead { get; set; } = long.MinValue;

    public bool TakesKeys => Plan.Description.Contains("client keys", StringComparison.Ordinal);

    public bool Mandates(string property) => Plan.Description.Contains($" {property}!", StringComparison.Ordinal);

    public bool Has(string property) => property switch
    {
        "r" => Plan.Description.Contains("-> P", StringComparison.Ordinal),
        ModelElements.List => Plan.HasList,
        _ => true,
    };

    /// <summary>Whether a record that is there can take a value of the property (R7).</summary>
    public bool CanUpdate(string property) => !Says(property, "readonly") && !Says(property, "createonly");

    /// <summary>What the system makes of a value that the engine gives it (O6).</summary>
    public string? Rewritten(string property, string? value) => value is null ? null : Plan.Rewriting(property) switch
    {
        "upper" => value.ToUpperInvariant(),
        "cut" => value.Length > 2 ? value[..2] : value,
        "trim" => value.Trim(),
        _ => value,
    };

    /// <summary>Somebody adds a record.</summary>
    public string Add(string? key, Dictionary<string, string?> values, long now)
    {
        var number = ++_lastNumber;
        key ??= string.Create(CultureInfo.InvariantCulture, $"{Plan.Name}-{number:0000}");
        Put(key, values, now);
        return key;
    }

    /// <summary>What somebody deleted, and may take out of the bin.</summary>
    public HashSet<string> Deleted { get; } = new(StringComparer.Ordinal);

    public void Put(string key, Dictionary<string, string?> values, long now) => Records.Add(key, new ModelRecord(values, now + Skew));

    /// <summary>By how much the system's clock is ahead.</summary>
    public long Skew => System.Skew * TimeSpan.TicksPerSecond;

    private bool Says(string property, string word) => Plan.Description.Contains($" {property} {word}", StringComparison.Ordinal);
}

/// <summary>A record in its system.</summary>
internal sealed class ModelRecord(Dictionary<string, string?> values, long modified)
{
    public Dictionary<string, string?> Values { get; } = values;

    public long Modified { get; set; } = modified;

    public string? this[string property] => Values.GetValueOrDefault(property);
}

/// <summary>What the mirror knows of a record.</summary>
internal sealed class ModelMirror
{
    public Dictionary<string, string?> Values { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ModelStamp> Stamps { get; } = new(StringComparer.Ordinal);

    /// <summary>When it was found to be gone (O5); what was known of it stays (D4).</summary>
    public long? GoneAt { get; set; }

    public bool IsGone => GoneAt is not null;

    /// <summary>When the engine wrote it without hearing what became of it (O6).</summary>
    public long? Written { get; set; }

    /// <summary>What that write took back as drift (R7).</summary>
    public Dictionary<string, string?> TakenBack { get; } = new(StringComparer.Ordinal);

    public long Latest => Stamps.Values.Select(stamp => stamp.Time).DefaultIfEmpty(0).Max();
}
