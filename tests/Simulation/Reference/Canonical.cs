namespace SesamTalk.Simulation.Reference;

/// <summary>What counts as the same (O4).</summary>
internal static class Canonical
{
    public static string? Of(string property, string? value)
    {
        var text = value?.Trim().Normalize();
        return string.IsNullOrEmpty(text) ? null : property == "m" ? text.ToUpperInvariant() : text;
    }

    public static bool Same(string property, string? one, string? other) => Of(property, one) == Of(property, other);

    public static bool IsEmpty(string? value) => string.IsNullOrWhiteSpace(value);
}
