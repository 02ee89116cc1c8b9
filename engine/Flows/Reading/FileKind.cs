namespace SesamTalk.Engine.Flows.Reading;

/// <summary>The kinds of files of the language.</summary>
internal enum FileKind
{
    /// <summary><c>systems.yaml</c>: the workspace.</summary>
    Systems,

    /// <summary><c>*.entities.yaml</c>: what the entities of a system look like.</summary>
    Entities,

    /// <summary><c>*.flow.yaml</c>: one flow.</summary>
    Flow,

    /// <summary><c>*.document.yaml</c>: how a data-flow document puts what its flows say.</summary>
    Document,

    /// <summary><c>*.flow-test.yaml</c>: tests of one flow.</summary>
    FlowTest,

    /// <summary><c>*.connector.yaml</c>: how a connector reaches systems of one kind. Its schema belongs to the connector.</summary>
    Definition,
}
