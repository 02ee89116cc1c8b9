using System.Collections.Immutable;
using SesamTalk.Connectors.Definitions;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Engine.Flows;

/// <summary>What <c>systems.yaml</c> says, with a profile applied and references resolved.</summary>
/// <param name="Folder">The folder of the workspace, absolute: relative paths in settings and in <c>state</c> start here.</param>
/// <param name="State">Where the state is: an absolute path of a SQLite file.</param>
/// <param name="Systems">The systems.</param>
public sealed record Workspace(string Folder, string State, ImmutableArray<SystemConfiguration> Systems)
{
    /// <summary>The interval of a workspace that says nothing of it: five minutes.</summary>
    public static TimeSpan DefaultInterval { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The profile that was applied, if any.</summary>
    public string? Profile { get; init; }

    /// <summary>The sample data that the databases of this profile are filled with at first use, if any.</summary>
    public string? SampleData { get; init; }

    /// <summary>How long to wait between a run and the next while it is watched.</summary>
    public TimeSpan ReadEvery { get; init; } = DefaultInterval;

    /// <summary>What a cluster may hold (clause I5).</summary>
    public ClusterLimits Clusters { get; init; } = ClusterLimits.Default;
}

/// <summary>What a cluster may hold (clause I5).</summary>
/// <param name="AtMost">The greatest number of records in a cluster.</param>
/// <param name="Several">The entities of which a cluster may hold more than one record, as <c>system/entity</c>.</param>
public sealed record ClusterLimits(int AtMost, ImmutableHashSet<string> Several)
{
    /// <summary>50 records, one of each entity.</summary>
    public static ClusterLimits Default { get; } = new(50, []);
}

/// <summary>A system of the workspace.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rank">Its precedence when two edits carry the same time (clause R3).</param>
/// <param name="Connector">The name of the connector that reaches it.</param>
/// <param name="Entities">What its entities look like.</param>
public sealed record SystemConfiguration(string Name, int Rank, string Connector, ImmutableArray<EntityDescription> Entities)
{
    /// <summary>What documents call it.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The settings of its connector, with references resolved.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The settings that its connector and its definition file know, also those that are not given.</summary>
    public ImmutableArray<SettingDescription> KnownSettings { get; init; } = [];

    /// <summary>What its definition file says, for connectors that have one.</summary>
    public IConnectorDefinition? Definition { get; init; }

    /// <inheritdoc/>
    public bool Equals(SystemConfiguration? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
