namespace SesamTalk.Connectors.Rest.Authentication;

/// <summary>How requests are authenticated. What is in it is secret, so it prints as its kind alone.</summary>
internal abstract record AuthenticationOptions
{
    /// <summary>The kind.</summary>
    public sealed override string ToString() => GetType().Name;
}
