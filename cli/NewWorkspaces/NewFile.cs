namespace SesamTalk.Cli.NewWorkspaces;

/// <summary>A file that is to be made.</summary>
/// <param name="Path">Its place below the folder, with forward slashes.</param>
/// <param name="Content">What is in it.</param>
internal sealed record NewFile(string Path, string Content);
