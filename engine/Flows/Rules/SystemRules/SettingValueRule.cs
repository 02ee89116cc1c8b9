using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Views;

namespace SesamTalk.Engine.Flows.Rules.SystemRules;

/// <summary>A setting with a list of allowed values has one of them.</summary>
internal sealed class SettingValueRule : ISystemRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SystemView system, SetView set) =>
        from setting in system.Draft.Settings
        let known = system.KnownSettings.FirstOrDefault(k => k.Name == setting.Name.Value)
        where known is { Allowed.IsEmpty: false } && !known.Allowed.Contains(setting.Value.Value) && !References.HasAny(setting.Value.Value)
        select SystemFaults.ValueNotAllowed(setting.Value.Place, setting.Name.Value, setting.Value.Value, known.Allowed);
}
