using SesamTalk.TestKit;

namespace SesamTalk.Cli.Tests.ShippedSet;

/// <summary>The shipped workspace as it was before somebody wrote one of its flows; tests and documents, which name it, are not there either.</summary>
internal sealed class UnwrittenFlow : IDisposable
{
    private static readonly string[] Parts = ["flows", "connectors", "schemas"];
    private static readonly string[] Endings = [".flow.yaml", ".entities.yaml", ".connector.yaml", "systems.yaml", ".schema.json"];

    private readonly TemporaryFolder _folder = new();

    public UnwrittenFlow(string flow)
    {
        foreach (var file in Parts.SelectMany(part => Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, part), "*", SearchOption.AllDirectories)))
        {
            if (Endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)) && !file.EndsWith($"{flow}.flow.yaml", StringComparison.Ordinal))
            {
                var to = _folder[System.IO.Path.GetRelativePath(Repository.Root, file)];
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }
    }

    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();
}
