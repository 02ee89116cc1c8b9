using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;

namespace SesamTalk.Engine.Flows.Reading.Drafts;

/// <summary>A workspace as its author wrote it.</summary>
internal sealed record SystemsDraft(Place Place)
{
    public Located<string>? State { get; init; }

    public Located<string>? Profile { get; init; }

    public string? ReadEvery { get; init; }

    public int? ClusterAtMost { get; init; }

    public ImmutableArray<Located<string>> Several { get; init; } = [];

    public ImmutableArray<SystemDraft> Systems { get; init; } = [];

    public ImmutableArray<ProfileDraft> Profiles { get; init; } = [];
}

/// <summary>A system as written, with or without what a profile says of it.</summary>
internal sealed record SystemDraft(Located<string> Name, int Rank)
{
    public ImmutableArray<Located<string>> Names { get; init; } = [];

    public Located<string>? Entities { get; init; }

    public Located<string>? Connector { get; init; }

    public Located<string>? Definition { get; init; }

    public ImmutableArray<SettingDraft> Settings { get; init; } = [];
}

/// <summary>A setting as written.</summary>
internal sealed record SettingDraft(Located<string> Name, Located<string> Value);

/// <summary>A profile as written.</summary>
internal sealed record ProfileDraft(Located<string> Name)
{
    public string? SampleData { get; init; }

    public Located<string>? State { get; init; }

    public string? ReadEvery { get; init; }

    public ImmutableArray<SystemOverlayDraft> Systems { get; init; } = [];
}

/// <summary>What a profile says of a system.</summary>
internal sealed record SystemOverlayDraft(Located<string> Name, Located<string>? Connector, Located<string>? Definition, ImmutableArray<SettingDraft> Settings);
