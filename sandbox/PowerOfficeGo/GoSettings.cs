using System.Collections.Immutable;
using SesamTalk.Sandbox.Http;

namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>What can be chosen of the stand-in of PowerOffice Go.</summary>
/// <param name="General">What every stand-in is told.</param>
public sealed record GoSettings(StandInSettings General)
{
    /// <summary>The life of a token, in seconds: the vendor's pages name two.</summary>
    public int TokenLife { get; init; } = 1200;

    /// <summary>Calls a second, for the subscription key.</summary>
    public int CallsASecond { get; init; } = 10;

    /// <summary>Privileges that the integration lacks, for example <c>SalesOrders_Full</c>.</summary>
    public ImmutableArray<string> MissingPrivileges { get; init; } = [];
}
