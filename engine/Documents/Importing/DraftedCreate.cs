namespace SesamTalk.Engine.Documents;

/// <summary>When a drafted flow creates records.</summary>
internal enum DraftedCreate
{
    /// <summary>For every record of the source.</summary>
    Source,

    /// <summary>Not at all.</summary>
    Never,

    /// <summary>Where a record that is referred to lacks.</summary>
    OnReference,

    /// <summary>As the description tells in words; the condition is left for a person to write.</summary>
    InWords,
}
