using System.Text;

namespace SesamTalk.Connectors.Rest.Templates;

/// <summary>Makes addresses below a base address.</summary>
internal static class Address
{
    /// <summary>An address.</summary>
    /// <param name="baseAddress">What paths are below.</param>
    /// <param name="path">The path, with or without a slash before it.</param>
    /// <param name="parameters">The query.</param>
    /// <param name="value">What placeholders stand for.</param>
    public static Uri Of(Uri baseAddress, Template path, IEnumerable<Parameter> parameters, Func<string, string?> value)
    {
        var text = new StringBuilder(baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        var below = path.RenderPath(value).TrimStart('/');
        text.Append(below.Length == 0 ? string.Empty : "/").Append(below);
        var separator = below.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var parameter in parameters.Where(p => !p.Value.IsEmpty(value)))
        {
            text.Append(separator).Append(parameter.Name).Append('=').Append(Uri.EscapeDataString(parameter.Value.Render(value)));
            separator = '&';
        }

        return new Uri(text.ToString());
    }

    /// <summary>The same address with a parameter set, in the place of one of that name if there is one.</summary>
    public static Uri With(Uri address, string parameter, string value)
    {
        var others = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !part.StartsWith(parameter + "=", StringComparison.Ordinal));
        return new Uri($"{address.GetLeftPart(UriPartial.Path)}?{string.Join('&', [.. others, $"{parameter}={Uri.EscapeDataString(value)}"])}");
    }

    /// <summary>Whether a key can stand in a path: a point or two would be taken for a way through folders, and an empty one for the list.</summary>
    public static bool CanStandInPath(string key) => key.Length > 0 && key is not ("." or "..");
}
