using System.Collections.Immutable;

namespace SesamTalk.Sandbox.Company;

/// <summary>What differs from country to country.</summary>
/// <param name="Code">Two letters, ISO 3166-1.</param>
/// <param name="Currency">Three letters, ISO 4217.</param>
/// <param name="DiallingCode">The code before a telephone number.</param>
/// <param name="Towns">Postcode and town.</param>
/// <param name="Streets">Names of streets.</param>
/// <param name="FirstNames">First names.</param>
/// <param name="LastNames">Last names.</param>
internal sealed record Country(
    string Code,
    string Currency,
    string DiallingCode,
    ImmutableArray<(string Postcode, string Name)> Towns,
    ImmutableArray<string> Streets,
    ImmutableArray<string> FirstNames,
    ImmutableArray<string> LastNames);
