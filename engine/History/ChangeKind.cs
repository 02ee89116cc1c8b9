namespace SesamTalk.Engine.History;

/// <summary>What was done to a record.</summary>
public enum ChangeKind
{
    /// <summary>It was created.</summary>
    Created = 1,

    /// <summary>It was changed.</summary>
    Updated = 2,
}
