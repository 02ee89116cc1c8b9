namespace SesamTalk.Cli.Completing;

/// <summary>A word that a command line can go on with.</summary>
/// <param name="Word">The word. One that ends in a slash wants more behind it.</param>
/// <param name="About">What it is, on one line; empty where there is nothing to say.</param>
internal sealed record Candidate(string Word, string About = "")
{
    /// <summary>Stands for the files of the shell.</summary>
    public static Candidate Files { get; } = new(":files");

    /// <summary>Stands for the folders of the shell.</summary>
    public static Candidate Folders { get; } = new(":folders");

    /// <summary>Whether it stands for what the shell itself knows.</summary>
    public bool IsOfTheShell => Word.StartsWith(':');
}
