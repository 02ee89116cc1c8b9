using System.Text.RegularExpressions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>No secret stands within a setting that is itself none: in a connection string, or in an address.</summary>
internal sealed partial class ClearTextRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set) =>
        from setting in system.Draft.Settings
        where !system.KnownSettings.Any(known => known.Name == setting.Name.Value && known.Secret)
        where Assigned.IsMatch(setting.Value.Value) || InAddress.IsMatch(setting.Value.Value)
        select SystemFaults.SecretWithin(setting.Value.Place, setting.Name.Value);

    [GeneratedRegex(@"(^|[;&?\s])(password|pwd|secret|token|api[_-]?key|access[_-]?key|client[_-]?secret)\s*=\s*(?!\$\{)[^\s;&]", RegexOptions.IgnoreCase)]
    private static partial Regex Assigned { get; }

    [GeneratedRegex(@"://[^/\s:@]*:(?!\$\{)[^/\s@]+@")]
    private static partial Regex InAddress { get; }
}
