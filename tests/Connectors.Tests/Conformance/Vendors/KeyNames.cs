using System.Collections.Concurrent;

namespace SesamTalk.Connectors.Tests.Conformance.Vendors;

/// <summary>What the suite calls the records of a system that gives the keys itself.</summary>
internal sealed class KeyNames
{
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    public bool Knows(string name) => _keys.ContainsKey(name);

    public void Put(string name, string key)
    {
        _keys[name] = key;
        _names[key] = name;
    }

    public string KeyOf(string name) => _keys.GetValueOrDefault(name, name);

    public string NameOf(string key) => _names.GetValueOrDefault(key, key);
}
