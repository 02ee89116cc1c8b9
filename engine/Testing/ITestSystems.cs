using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;

namespace SesamTalk.Engine.Testing;

/// <summary>Systems that only a test sees: an adapter for them, and what users do in them.</summary>
public interface ITestSystems
{
    /// <summary>The adapter that the engine reaches them by.</summary>
    IConnector Connector { get; }

    /// <summary>Adds a system without records.</summary>
    void AddSystem(string system, ImmutableArray<EntityDescription> entities);

    /// <summary>A user adds a record; without a key the system gives one. The key comes back.</summary>
    string Add(string system, string entity, string? key, IReadOnlyList<(string Property, Value Value)> values);

    /// <summary>A user changes a property of a record that is there.</summary>
    void Edit(string system, string entity, string key, string property, Value value);

    /// <summary>A user deletes a record that is there.</summary>
    void Delete(string system, string entity, string key);

    /// <summary>The keys of the records that are there.</summary>
    IReadOnlyList<string> Keys(string system, string entity);

    /// <summary>What a property of a record holds that is there.</summary>
    Value ValueOf(string system, string entity, string key, string property);
}
