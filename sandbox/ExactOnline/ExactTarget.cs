using System.Globalization;
using System.Text.RegularExpressions;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>What an address points at.</summary>
/// <param name="Division">The division in it; 0 for addresses without one.</param>
/// <param name="Resource">The path of the resource.</param>
/// <param name="Key">The key in brackets, without its form.</param>
/// <param name="Then">What follows the key.</param>
internal sealed partial record ExactTarget(int Division, string Resource, string? Key, string? Then)
{
    /// <summary>Reads a path; none where it is no address of the API.</summary>
    public static ExactTarget? Of(string path)
    {
        var match = Form().Match(path);
        return match.Success
            ? new ExactTarget(
                match.Groups["division"].Value == "current" ? 0 : int.Parse(match.Groups["division"].Value, CultureInfo.InvariantCulture),
                match.Groups["resource"].Value,
                match.Groups["key"] is { Success: true } key ? key.Value : null,
                match.Groups["then"] is { Success: true } then ? then.Value : null)
            : null;
    }

    [GeneratedRegex(@"^/api/v1/(?<division>current|\d{1,9})/(?<resource>[A-Za-z/]+?)(?:\((?:guid)?'?(?<key>[^')]*)'?[Ll]?\))?(?:/(?<then>\$count|(?<=\)/)\w+))?/?$")]
    private static partial Regex Form();
}
