namespace SesamTalk.Engine.State;

/// <summary>In what a run was killed that the next one goes on with before anything else (clause T4).</summary>
internal enum UnderWay
{
    /// <summary>A flow created.</summary>
    Creating,

    /// <summary>A flow linked.</summary>
    Linking,
}
