using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Graphs;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;

namespace SesamTalk.Cli.Commands;

/// <summary><c>graph</c>: a picture of the flows, or of the ways of properties.</summary>
internal sealed class GraphCommand : CommandWithAnswer
{
    private const string Properties = "--properties";

    public GraphCommand()
        : base("graph", "Draws which entities the flows connect, or the way of a property through the systems. Circles are marked.")
    {
        Add(Tokens.Checked(new Option<string>(Properties)
        {
            Description = "Draw properties instead of entities: those that hang together with this one, as SYSTEM/ENTITY.PATH, ENTITY.PATH or PATH, or with any of SYSTEM/ENTITY. All where none is named.",
            HelpName = "PROPERTY",
            Arity = ArgumentArity.ZeroOrOne,
        }));
        SelectorOptions.AddTo(this);
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Forms => [GraphReport.Mermaid, GraphReport.Svg, GraphReport.Dot, GlobalOptions.Json];

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var workspace = PortrayedWorkspace.Read(call);
        var isOfProperties = call.Parsed.GetResult(Properties) is not null;
        var property = isOfProperties ? call.Parsed.GetValue<string>(Properties) : null;
        var report = isOfProperties
            ? new GraphReport(PropertyGraph.Of(workspace.Flows, property), property is null ? "Properties and the rows between them" : $"The way of {property}")
            : new GraphReport(FlowGraph.Of(workspace.Flows), "Systems, entities and the flows between them");
        return Task.FromResult(new Answer(ExitCode.Done, report));
    }
}
