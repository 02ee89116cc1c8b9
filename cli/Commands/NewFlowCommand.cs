using System.CommandLine;
using System.Text.RegularExpressions;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.NewWorkspaces;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Proposing;

namespace SesamTalk.Cli.Commands;

/// <summary><c>new flow</c>: a flow file that two entity descriptions suggest, for a person to confirm.</summary>
internal sealed partial class NewFlowCommand : CommandWithAnswer
{
    private const string Source = "SOURCE";
    private const string Target = "TARGET";
    private const string NameOption = "--name";
    private const string Out = "--out";

    public NewFlowCommand()
        : base("flow", "Proposes a flow between two entities from their descriptions: rows, match rules and directions, each marked for a person to confirm.")
    {
        Add(Tokens.Checked(new Argument<string>(Source) { Description = "The entity on the one side, as SYSTEM/ENTITY." }));
        Add(Tokens.Checked(new Argument<string>(Target) { Description = "The entity on the other side, as SYSTEM/ENTITY." }));
        Add(Tokens.Checked(new Option<string>(NameOption) { Description = "What the flow and its file are called. Default: by the two entities.", HelpName = "NAME" }));
        Add(Tokens.Checked(new Option<string>(Out)
        {
            Description = "The folder to write it to. Default: beside the flows that connect the same systems, or a new folder beside systems.yaml.",
            HelpName = "DIR",
        }));
    }

    /// <inheritdoc/>
    public override Task<Answer> AnswerAsync(Call call)
    {
        var location = WorkspaceFinder.Find(call);
        var reading = WorkspaceFinder.Read(call, location);
        var workspace = WorkspaceFinder.WorkspaceOf(call, reading);
        var source = NamedEntity.Of(reading, workspace, call.Parsed.GetValue<string>(Source)!);
        var target = NamedEntity.Of(reading, workspace, call.Parsed.GetValue<string>(Target)!);
        RefuseLinked(reading, source, target);
        var place = PlaceOf(call, location, reading, source, target);
        RefuseNamed(reading, place);
        return Task.FromResult(Write(call, location, place, FlowProposals.Of(reading, source, target)));
    }

    private static Answer Write(Call call, WorkspaceLocation location, NewFlowPlace place, FlowProposal proposal)
    {
        var shown = Path.GetRelativePath(call.Surroundings.Folder, Path.Combine(place.Folder, place.File)).Replace('\\', '/');
        if (!NewFiles.InTheWay(place.Folder, [place.File]).IsEmpty)
        {
            return new Answer(ExitCode.Usage, new FilesInTheWay([shown], $"Give the flow another name with {NameOption}, or another folder with {Out}."));
        }

        var looked = Path.GetDirectoryName(location.SystemsFile)!;
        if (Path.GetRelativePath(looked, place.Folder).StartsWith("..", StringComparison.Ordinal))
        {
            call.Tell($"{shown} lies outside {Path.GetRelativePath(call.Surroundings.Folder, looked).Replace('\\', '/')}, where flows are looked for: move it there before it is to run.");
        }

        NewFiles.Write(call, place.Folder, [new NewFile(place.File, new ProposalText(proposal).Write(place.Name, place.Document, place.SchemaFrom(location.Folder)))]);
        return new Answer(ExitCode.Done, new NewFlow(shown, place.Name, proposal));
    }

    private static NewFlowPlace PlaceOf(Call call, WorkspaceLocation location, FlowSetReading reading, FlowSide source, FlowSide target)
    {
        var place = NewFlowPlace.Of(location, reading, source, target);
        var name = call.Parsed.GetValue<string>(NameOption) ?? place.Name;
        return !NameForm().IsMatch(name)
            ? throw new StoppedException(ExitCode.Usage, $"'{name}' is no name of a flow: small letters and digits are, with hyphens between them.")
            : place with { Name = name, Folder = call.Parsed.GetValue<string>(Out) is { } folder ? call.PathOf(folder) : place.Folder };
    }

    private static void RefuseLinked(FlowSetReading reading, FlowSide source, FlowSide target)
    {
        if (source.ToString() == target.ToString())
        {
            throw new StoppedException(ExitCode.Usage, $"SOURCE and TARGET are both {source}.", "A flow connects two entities.");
        }

        string[] sides = [source.ToString(), target.ToString()];
        if (reading.Flows.FirstOrDefault(flow => sides.Contains(flow.Source.ToString()) && sides.Contains(flow.Target.ToString())) is { } linked)
        {
            throw new StoppedException(ExitCode.Usage, $"The flow '{linked.Name}' connects {linked.Source} and {linked.Target} already.", $"'sesamtalk show {linked.Name}' shows it. Between two entities there is one flow: it runs both ways.");
        }
    }

    private static void RefuseNamed(FlowSetReading reading, NewFlowPlace place)
    {
        if (reading.Flows.FirstOrDefault(flow => flow.Name == place.Name) is { } same)
        {
            throw new StoppedException(ExitCode.Usage, $"There is a flow '{place.Name}' already: {same.Place.File}.", $"Give the new one another name with {NameOption}.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex NameForm();
}
