using System.Text.RegularExpressions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Drafts;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>
/// No secret stands within a setting that is itself none, such as a connection string or an address, nor in a profile that does not hold:
/// the file is read by others all the same.
/// </summary>
internal sealed partial class ClearTextRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set) => system.Written
        .Where(setting => !IsSecretThatHolds(setting, system) && IsClearText(setting))
        .Select(setting => SystemFaults.SecretWithin(setting.Value.Place, setting.Name.Value));

    // That one is SecretRule's.
    private static bool IsSecretThatHolds(SettingDraft setting, SystemView system) =>
        system.Draft.Settings.Any(holding => holding.Value.Place == setting.Value.Place)
        && system.KnownSettings.Any(known => known.Name == setting.Name.Value && known.Secret);

    private static bool IsClearText(SettingDraft setting) =>
        (Named.IsMatch(setting.Name.Value) && setting.Value.Value.Length > 0 && !setting.Value.Value.Contains("${", StringComparison.Ordinal))
        || Assigned.IsMatch(setting.Value.Value)
        || InAddress.IsMatch(setting.Value.Value);

    [GeneratedRegex("(^|_)(password|pwd|secret|token|api_?key|access_?key)$", RegexOptions.IgnoreCase)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"(^|[;&?\s])(password|pwd|secret|token|api[_-]?key|access[_-]?key|client[_-]?secret)\s*=\s*(?!\$\{)[^\s;&]", RegexOptions.IgnoreCase)]
    private static partial Regex Assigned { get; }

    [GeneratedRegex(@"://[^/\s:@]*:(?!\$\{)[^/\s@]+@")]
    private static partial Regex InAddress { get; }
}
