using System.Globalization;

namespace SesamTalk.Benchmarks.Data;

/// <summary>A workspace of many flows: systems in a line, each with the same entities, and a flow between those of neighbours.</summary>
internal static class WorkspaceGenerator
{
    private const int Systems = 41;
    private const int Entities = 50;

    private static readonly string[] Types = ["string", "string", "string", "string", "string", "string", "string", "string", "integer", "decimal", "boolean", "date", "datetime"];

    /// <summary>How many flows there are.</summary>
    public static int Flows => (Systems - 1) * Entities;

    /// <summary>Writes it.</summary>
    /// <returns>The folder.</returns>
    public static string Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "systems.yaml"), $"version: 1\nsystems:\n{Each(Systems, System)}");
        for (var system = 0; system < Systems; system++)
        {
            File.WriteAllText(Path.Combine(folder, $"s{system}.entities.yaml"), $"version: 1\nentities:\n{Each(Entities, Entity)}");
        }

        for (var flow = 0; flow < Flows; flow++)
        {
            var (system, entity) = (flow / Entities, flow % Entities);
            File.WriteAllText(Path.Combine(folder, $"s{system}-e{entity}.flow.yaml"), Flow(system, entity));
        }

        return folder;
    }

    private static FormattableString System(int number) =>
        $"  s{number}: {{ rank: {number + 1}, connector: sql, settings: {{ connection: \"Data Source=s{number}.db\" }}, entities: s{number}.entities.yaml }}\n";

    private static FormattableString Entity(int number) => $$"""
          E{{number}}:
            key: { property: id, given_by: client }
            natural_keys: [[p0]]
            modified: changed
            properties:
              id: { type: string, access: never }
              changed: { type: datetime, access: never }
              parent: { type: string, references: E{{Next(number)}} }
        {{Each(Types.Length, property => $"      p{property}: {{ type: {Types[property]} }}\n")}}

        """;

    private static string Flow(int system, int entity) => $$"""
        version: 1
        source: { system: s{{system}}, entity: E{{entity}} }
        target: { system: s{{system + 1}}, entity: E{{entity}} }
        create: both
        match:
          - { p0: p0 }
        properties:
          - { source: parent, target: parent, type: reference, of: { source: E{{Next(entity)}}, target: E{{Next(entity)}} } }
        {{Each(Types.Length, property => $"  - {{ source: p{property}, target: p{property}, type: {Types[property]}{(property == 1 ? ", convert: trim" : "")} }}\n")}}
        """;

    private static int Next(int entity) => (entity + 1) % Entities;

    private static string Each(int count, Func<int, FormattableString> line) =>
        string.Concat(Enumerable.Range(0, count).Select(number => line(number).ToString(CultureInfo.InvariantCulture)));
}
