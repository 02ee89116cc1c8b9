using System.Collections.Concurrent;

namespace SesamTalk.Conformance.Vendors;

/// <summary>What the suite calls the records of a system whose keys have a form of their own, or are given by itself.</summary>
/// <param name="form">Makes a key of a name that nothing is called yet.</param>
internal sealed class KeyNames(Func<string, string> form)
{
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    public void Put(string name, string key)
    {
        _keys[name] = key;
        _names[key] = name;
    }

    public string KeyOf(string name) => _keys.GetValueOrDefault(name) ?? form(name);

    public string NameOf(string key) => _names.GetValueOrDefault(key, key);
}
