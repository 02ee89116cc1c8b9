namespace SesamTalk.Engine.Mapping;

/// <summary>Translates keys through the clusters (clause R10).</summary>
internal interface IReferences
{
    /// <summary>
    /// The key of the record of entity <paramref name="to"/> that is the same thing as the record <paramref name="key"/> of
    /// <paramref name="from"/> (both as <c>system/entity</c>); <see langword="null"/> where there is none yet.
    /// </summary>
    string? Translate(string from, string key, string to);
}
