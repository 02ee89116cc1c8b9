using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>A secret never stands in the file.</summary>
internal sealed class SecretRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set) =>
        from setting in system.Draft.Settings
        let known = system.KnownSettings.FirstOrDefault(k => k.Name == setting.Name.Value)
        where known is { Secret: true } && !setting.Value.Value.Contains("${", StringComparison.Ordinal)
        select SystemFaults.SecretInFile(setting.Value.Place, setting.Name.Value);
}
