using System.Collections.Immutable;
using System.CommandLine;
using SesamTalk.Cli.CommandLine;
using SesamTalk.Cli.Output;
using SesamTalk.Cli.Workspaces;
using SesamTalk.Connectors.Systems;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;

namespace SesamTalk.Cli.Commands;

/// <summary><c>doctor</c>: whether files and systems are fit for a run, and what to do where they are not.</summary>
internal sealed class DoctorCommand : CommandWithAnswer
{
    private const string Systems = "SYSTEM";

    public DoctorCommand()
        : base("doctor", "Looks whether a run would work: files, credentials, rights, the shape of the data, a sample of each entity. Writes nothing.") =>
        Add(Tokens.Checked(new Argument<string[]>(Systems) { Description = "Look at these systems only, and tell each setting that is only assumed.", Arity = ArgumentArity.ZeroOrMore }));

    /// <inheritdoc/>
    public override async Task<Answer> AnswerAsync(Call call)
    {
        var reached = ReachedWorkspace.Read(call);
        var reading = reached.Reading;
        var chosen = Chosen(call, WorkspaceFinder.WorkspaceOf(call, reading));
        var report = new DoctorReport([Files(reading), .. reading.Set is { } set ? await ExamineAsync(call, reached, set, chosen) : []], IsDetailed: Named(call).Length > 0);
        return new Answer(CodeOf(report), report);
    }

    private static async Task<List<Patient>> ExamineAsync(Call call, ReachedWorkspace workspace, FlowSet read, ImmutableArray<SystemConfiguration> chosen)
    {
        await using var sandbox = await OpenSandbox.StartAsync(call, workspace, read);
        var set = sandbox.Set;
        var doctor = EngineComposition.Doctor(call.Surroundings);
        var patients = new List<Patient>();
        foreach (var system in ChosenSystems.Of(set.Workspace, [.. chosen.Select(system => system.Name)]))
        {
            List<Examination> found = [];
            await foreach (var examination in doctor.ExamineAsync(set, system, call.Interruption.Token))
            {
                found.Add(examination);
            }

            patients.Add(new Patient(system.Name, system.Connector, [.. found]));
        }

        return patients;
    }

    private static Patient Files(FlowSetReading reading)
    {
        var (errors, warnings) = (CountOf(reading, Severity.Error), CountOf(reading, Severity.Warning));
        var what = $"{Count.Of(reading.Flows.Length, "flow")}, {Count.Of(reading.Workspace!.Systems.Length, "system")}";
        const string Cure = "'sesamtalk validate' shows where, and the cure.";
        return new Patient("files", null, errors > 0
            ? [.. Errors(reading)]
            : warnings > 0
                ? [Examination.Warning(ExaminationLayer.Files, $"{what}: {Count.Of(warnings, "warning")}", Cure)]
                : [Examination.Fine(ExaminationLayer.Files, $"{what}: nothing to report")]);
    }

    // Told here: 'validate' asks for no environment, and shows nothing of what is missing there.
    private static IEnumerable<Examination> Errors(FlowSetReading reading) => reading.Diagnostics
        .Where(diagnostic => diagnostic.Severity == Severity.Error)
        .Select(error => Examination.Failure(ExaminationLayer.Files, $"{error.Place.File}:{error.Place.Line}:{error.Place.Column}: {error.Code}: {error.Message}", error.Help));

    private static int CountOf(FlowSetReading reading, Severity severity) => reading.Diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    private static ImmutableArray<SystemConfiguration> Chosen(Call call, Workspace workspace) =>
        Named(call) is { Length: > 0 } names ? ChosenSystems.Of(workspace, names) : workspace.Systems;

    private static string[] Named(Call call) => call.Parsed.GetValue<string[]>(Systems) ?? [];

    private static ExitCode CodeOf(DoctorReport report) => ExitCodes.Worst(report.Patients
        .SelectMany(patient => patient.Examinations)
        .Where(found => found.Result == ExaminationResult.Failure)
        .Select(found => found.Layer is ExaminationLayer.Credentials or ExaminationLayer.Rights ? ExitCode.Unreachable : ExitCode.Findings));
}
