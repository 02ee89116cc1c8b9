namespace SesamTalk.Engine.Running;

/// <summary>Kinds of writes, each with a limit of its own (clause G1).</summary>
internal enum WriteKind
{
    /// <summary>A record is created.</summary>
    Create,

    /// <summary>A record is changed.</summary>
    Update,

    /// <summary>A record is deleted or archived, because its counterpart was deleted.</summary>
    Delete,
}
