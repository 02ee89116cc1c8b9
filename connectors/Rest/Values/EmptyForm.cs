namespace SesamTalk.Connectors.Rest.Values;

/// <summary>How no value is written.</summary>
internal enum EmptyForm
{
    /// <summary>As <c>null</c>.</summary>
    Null,

    /// <summary>As an empty text, where the property is a text; else as <c>null</c>.</summary>
    Text,
}
