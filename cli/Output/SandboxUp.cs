using System.Collections.Immutable;
using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>The stand-ins that listen now.</summary>
/// <param name="Services">Each of them.</param>
internal sealed record SandboxUp(ImmutableArray<StandInService> Services) : IReport
{
    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        page.Line($"{Count.Of(Services.Length, "stand-in")} listening, on this machine only. Ctrl-C ends them.");
        foreach (var service in Services)
        {
            page.Line();
            page.Heading($"{service.System}  {service.Address}");
            page.Line($"  data: {service.Database}");
            foreach (var (name, key) in service.Keys.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                page.Line($"  {name}: {key}");
            }
        }
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("services");
        foreach (var service in Services)
        {
            json.WriteStartObject();
            json.WriteString("system", service.System);
            json.WriteString("address", service.Address.ToString());
            json.WriteString("database", service.Database);
            json.WriteStartObject("keys");
            foreach (var (name, key) in service.Keys.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, key);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
