namespace SesamTalk.Engine.Tests.Documents;

/// <summary>Finds the documents under <c>tests/Corpus/documents</c> and compares what comes of them with the text beside them.</summary>
internal static class DocumentCorpus
{
    // Set to 1, the tests write the texts that they miss or that differ, and fail: what is new must be read by a person first.
    private const string Update = "SESAMTALK_UPDATE_GOLDEN";

    public static string Root { get; } = FindRoot();

    public static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Folder(folder), "*.rst").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    public static string Read(string folder, string name) => File.ReadAllText(Path.Combine(Folder(folder), name + ".rst"));

    public static void Compare(string folder, string name, string actual)
    {
        string path = Path.Combine(Folder(folder), name + ".expected.txt");
        string expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (actual != expected && Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(path, actual);
        actual.Should().Be(expected, "{0} says so (set {1}=1 to write it anew, then read it)", path, Update);
    }

    private static string Folder(string folder) => Path.Combine(Root, "tests", "Corpus", "documents", folder);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SesamTalk.Engine.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside of the project's folder");
    }
}
