using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>The words of the language and what they stand for.</summary>
internal static class Words
{
    /// <summary>The word for a type.</summary>
    public static string Of(PropertyType type) => type.ToString().ToLowerInvariant();

    /// <summary>The word for a direction.</summary>
    public static string Of(Direction direction) => direction switch
    {
        Flows.Direction.ToTarget => "to_target",
        Flows.Direction.ToSource => "to_source",
        _ => "both",
    };

    /// <summary>The word for a create policy.</summary>
    public static string Of(CreatePolicy policy) => policy.ToString().ToLowerInvariant();

    /// <summary>The type that a word stands for.</summary>
    public static PropertyType Type(string word) => word switch
    {
        "string" => PropertyType.String,
        "integer" => PropertyType.Integer,
        "decimal" => PropertyType.Decimal,
        "boolean" => PropertyType.Boolean,
        "date" => PropertyType.Date,
        "datetime" => PropertyType.DateTime,
        "list" => PropertyType.List,
        "reference" => PropertyType.Reference,
        _ => PropertyType.Any,
    };

    /// <summary>The direction that a word stands for.</summary>
    public static Direction Direction(string word) => word switch
    {
        "to_target" => Flows.Direction.ToTarget,
        "to_source" => Flows.Direction.ToSource,
        _ => Flows.Direction.Both,
    };

    /// <summary>The create policy that a word stands for.</summary>
    public static CreatePolicy Create(string word) => word switch
    {
        "target" => CreatePolicy.Target,
        "both" => CreatePolicy.Both,
        "never" => CreatePolicy.Never,
        _ => CreatePolicy.Source,
    };

    /// <summary>The conflict policy that a word stands for.</summary>
    public static ConflictPolicy Conflict(string word) => word switch
    {
        "source" => ConflictPolicy.Source,
        "target" => ConflictPolicy.Target,
        "review" => ConflictPolicy.Review,
        _ => ConflictPolicy.Latest,
    };

    /// <summary>The access that a word stands for.</summary>
    public static WriteAccess Access(string? word) => word switch
    {
        "create" => WriteAccess.CreateOnly,
        "never" => WriteAccess.Never,
        _ => WriteAccess.Always,
    };

    /// <summary>The precision that a word stands for, in ticks of 100 ns.</summary>
    public static long Precision(string? word) => word switch
    {
        "1us" => TimeSpan.TicksPerMicrosecond,
        "1ms" => TimeSpan.TicksPerMillisecond,
        "1s" => TimeSpan.TicksPerSecond,
        "1m" => TimeSpan.TicksPerMinute,
        _ => 1,
    };
}
