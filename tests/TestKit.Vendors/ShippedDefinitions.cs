namespace SesamTalk.TestKit.Vendors;

/// <summary>The definitions of REST services that are shipped, by their paths in the repository.</summary>
public static class ShippedDefinitions
{
    private const string End = ".connector.yaml";

    public const string ExactOnline = "connectors/ExactOnline/exact-online" + End;
    public const string PowerOfficeGo = "connectors/PowerOfficeGo/poweroffice-go" + End;
    public const string CrmOffice = "connectors/CrmOffice/crmoffice" + End;
    public const string CustomPms = "flows/custom-pms" + End;

    /// <summary>All that there are, as they lie in the folders.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. new[] { "connectors", "flows" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*" + End, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')).Where(file => !file.Split('/').Intersect(["bin", "obj"]).Any()).Order(StringComparer.Ordinal)];

    /// <summary>The description of the entities that a definition is of.</summary>
    public static string EntitiesOf(string definition) => definition[..^End.Length] + ".entities.yaml";
}
