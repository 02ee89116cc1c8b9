namespace SesamTalk.Endurance;

/// <summary>What a user wrote: every value is written once only, so that it can be found again.</summary>
/// <param name="Number">The place in the order of all edits.</param>
/// <param name="System">The system.</param>
/// <param name="Person">The e-mail address of the person.</param>
/// <param name="Property">The property.</param>
/// <param name="Value">The value.</param>
internal sealed record Edit(int Number, string System, string Person, string Property, string Value);
