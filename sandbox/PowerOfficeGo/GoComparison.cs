namespace SesamTalk.Sandbox.PowerOfficeGo;

/// <summary>How a filter of a list compares.</summary>
internal enum GoComparison
{
    /// <summary>Later than an instant, which itself is left out.</summary>
    Later,

    /// <summary>One of numbers and ranges of numbers, with commas between them.</summary>
    Numbers,

    /// <summary>One of texts, with commas between them.</summary>
    Texts,

    /// <summary>Yes or no.</summary>
    Truth,
}
