namespace SesamTalk.Engine.History;

/// <summary>What was done to a record.</summary>
public enum ChangeKind
{
    /// <summary>It was created.</summary>
    Created = 1,

    /// <summary>It was changed.</summary>
    Updated = 2,

    /// <summary>It was deleted, because its counterpart was (clause D1).</summary>
    Deleted = 3,

    /// <summary>It was given the values of an archived record, because its counterpart was deleted (clause D1).</summary>
    Archived = 4,
}
