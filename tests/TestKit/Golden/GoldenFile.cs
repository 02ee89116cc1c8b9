using NUnit.Framework;

namespace SesamTalk.TestKit.Golden;

/// <summary>
/// A text that a person sees, kept under <c>tests/Golden</c> and compared to the last character. Where the environment variable
/// <c>SESAMTALK_UPDATE_GOLDEN</c> is 1 the file is written instead, for a person to look at before it is committed; on a build
/// server that is refused.
/// </summary>
public static class GoldenFile
{
    private const string UpdateVariable = "SESAMTALK_UPDATE_GOLDEN";

    /// <summary>Compares a text with a golden file.</summary>
    /// <param name="name">Path of the file under <c>tests/Golden</c>, with forward slashes.</param>
    /// <param name="actual">The text.</param>
    public static void Compare(string name, string actual) => CompareWith($"tests/Golden/{name}", actual);

    /// <summary>Compares a text with a file of the repository, such as a page that is made from the code.</summary>
    /// <param name="name">Path of the file from the root, with forward slashes.</param>
    /// <param name="actual">The text.</param>
    public static void CompareWith(string name, string actual)
    {
        var path = Path.Combine(Repository.Root, name);
        if (IsSet(UpdateVariable))
            Update(path, actual);
        else if (!File.Exists(path))
            Assert.Fail($"There is no file {name}. Set {UpdateVariable}=1, run the test again and look at what it wrote.");
        else if (TextDifference.Between(File.ReadAllText(path), actual) is { } difference)
            Assert.Fail($"The text differs from {name}.\n{difference}\nIf it is meant so, set {UpdateVariable}=1 and run the test again.");
    }

    private static void Update(string path, string actual)
    {
        if (IsSet("CI") || Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail($"{UpdateVariable} is set on a build server: golden files are changed by a person only.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, actual);
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) == "1";
}
