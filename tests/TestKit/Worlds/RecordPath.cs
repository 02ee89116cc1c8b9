namespace SesamTalk.TestKit.Worlds;

/// <summary>The parts of <c>system/entity/key</c>.</summary>
internal static class RecordPath
{
    public static string System(string path) => path.Split('/')[0];

    public static string Entity(string path) => path.Split('/')[1];

    public static string Key(string path) => path.Split('/', 3)[2];
}
