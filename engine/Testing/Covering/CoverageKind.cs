namespace SesamTalk.Engine.Testing.Covering;

/// <summary>What of a flow a test can touch.</summary>
public enum CoverageKind
{
    /// <summary>A row, in one of the directions in which it runs.</summary>
    Row,

    /// <summary>A match rule.</summary>
    MatchRule,

    /// <summary>A condition, where it holds or where it does not.</summary>
    Condition,

    /// <summary>An entry of a look-up table.</summary>
    LookupEntry,
}
