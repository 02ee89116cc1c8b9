namespace SesamTalk.TestKit;

/// <summary>The folder that the solution lies in.</summary>
public static class Repository
{
    /// <summary>Its absolute path, found upwards from where the tests run.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SesamTalk.Engine.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the folder of SesamTalk.Engine.sln.");
    }
}
