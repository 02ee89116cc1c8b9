using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Engine.Running;

public interface IIdentifierSource
{
    Guid Next();
}

public sealed class Runner(IEnumerable<IConnector> connectors, TimeProvider clock, IIdentifierSource identifiers)
{
    public Task<RunReport> RunAsync(FlowSet set, RunOptions options, IProgress<RunProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException($"{connectors} {clock} {identifiers} {set} {options} {progress} {cancellationToken}");
}
