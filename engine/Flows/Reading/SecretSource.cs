using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>
/// Where references get their values: <c>env</c> from the environment; <c>secret</c> from the environment variable
/// <c>SESAMTALK_SECRET_NAME</c>, or from the file <c>.sesamtalk/secrets/NAME</c> of the workspace.
/// </summary>
internal sealed class SecretSource(string workspaceFolder, Func<string, string?> environment)
{
    /// <summary>The value; empty, with a fault, where there is none.</summary>
    public string Find(string kind, string name, Place place, ICollection<Diagnostic> faults) =>
        kind == "env" ? Variable(name, place, faults) : Secret(name, place, faults);

    private string Variable(string name, Place place, ICollection<Diagnostic> faults)
    {
        var value = environment(name);
        if (value is null)
        {
            faults.Add(SystemFaults.NoVariable(place, name));
        }

        return value ?? string.Empty;
    }

    private string Secret(string name, Place place, ICollection<Diagnostic> faults)
    {
        var variable = $"SESAMTALK_SECRET_{name.ToUpperInvariant().Replace('-', '_').Replace('.', '_')}";
        var file = Path.Combine(workspaceFolder, ".sesamtalk", "secrets", name);
        var value = environment(variable) ?? (File.Exists(file) ? File.ReadAllText(file).TrimEnd('\r', '\n') : null);
        if (value is null)
        {
            faults.Add(SystemFaults.NoSecret(place, name, variable, $".sesamtalk/secrets/{name}"));
        }

        return value ?? string.Empty;
    }
}
