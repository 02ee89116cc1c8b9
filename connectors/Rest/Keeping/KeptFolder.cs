using System.Security.Cryptography;
using System.Text;

namespace SesamTalk.Connectors.Rest.Keeping;

/// <summary>
/// The folder for what outlives a run: tokens, and how much of the long limits is used. Only its owner gets in, where the operating
/// system can say so.
/// </summary>
/// <param name="path">Its absolute path. It is made at first use.</param>
/// <param name="clock">The time that waiting for another process takes.</param>
internal sealed class KeptFolder(string path, TimeProvider clock)
{
    /// <summary>A file of the folder.</summary>
    /// <param name="kind">What is in it, for example <c>token</c>.</param>
    /// <param name="keys">Whose it is. May hold secrets: only a hash of them is seen.</param>
    public PrivateFile File(string kind, params ReadOnlySpan<string> keys)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', keys)));
        return new PrivateFile(Path.Combine(path, $"{kind}-{Convert.ToHexStringLower(hash.AsSpan(0, 10))}.json"), clock);
    }
}
