namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>What an answer means that is no success.</summary>
/// <param name="Meaning">What it means.</param>
/// <param name="Words">The system's own words, without secrets; what HTTP says where there are none.</param>
/// <param name="Rule">The rule of this system that decided; <see langword="null"/> where HTTP's custom did.</param>
internal sealed record Verdict(ErrorMeaning Meaning, string Words, ErrorRule? Rule);
