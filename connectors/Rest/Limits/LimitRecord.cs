using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>How a limit stands, as it is kept across runs. Times are milliseconds since 1970.</summary>
internal sealed record LimitRecord
{
    /// <summary>When the calls of a sliding time no longer count.</summary>
    public ImmutableArray<long> Frees { get; init; } = [];

    /// <summary>The number of a fixed time since the year 1.</summary>
    public long Number { get; init; }

    /// <summary>The calls in it.</summary>
    public int Used { get; init; }

    /// <summary>Until when the system asked to wait.</summary>
    public long PausedUntil { get; init; }

    /// <summary>The number of calls that the system told; 0 where it told none.</summary>
    public int Permits { get; init; }
}

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LimitRecord))]
internal sealed partial class LimitJson : JsonSerializerContext;
