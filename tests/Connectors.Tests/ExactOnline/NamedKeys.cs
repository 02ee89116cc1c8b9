using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace SesamTalk.Connectors.Tests.ExactOnline;

/// <summary>Names for keys that a system gives itself: the conformance suite calls its records by names of its own.</summary>
internal sealed class NamedKeys
{
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>The key of a name; a fixed one of its own where nothing has that name.</summary>
    public string KeyOf(string name)
    {
        var key = _keys.GetOrAdd(name, new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)).ToString());
        _names[key] = name;
        return key;
    }

    public string NameOf(string key) => _names.GetValueOrDefault(key, key);

    public void Name(string name, string key) => (_keys[name], _names[key]) = (key, name);
}
