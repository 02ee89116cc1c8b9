using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Cli.Output;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Formatting;

namespace SesamTalk.Cli.Formatting;

/// <summary>What came of formatting files.</summary>
/// <param name="Files">The files.</param>
internal sealed record FormatReport(ImmutableArray<FormattedFile> Files) : IReport
{
    /// <summary>What was to be done.</summary>
    public required FormatMode Mode { get; init; }

    /// <summary>The files that could not be written.</summary>
    public ImmutableArray<UnwrittenFile> Unwritten { get; init; } = [];

    /// <summary>Whether a file is, or was, laid out otherwise.</summary>
    public bool DiffersAny => Files.Any(file => file.Differs);

    /// <summary>Whether a file was left as it is because it could not be formatted.</summary>
    public bool IsLeftAny => Files.Any(file => file.Text is null);

    /// <summary>Tells what is no part of a diff, and which files could not be written.</summary>
    public void TellAside(Call call)
    {
        var page = new TextPage(call.Surroundings.Error, Surroundings.Unbounded, colours: false);
        if (Mode == FormatMode.Diff)
        {
            WriteLeft(page);
        }

        foreach (var file in Unwritten)
        {
            file.Why.Report.Write(page);
        }
    }

    /// <inheritdoc/>
    public void Write(TextPage page)
    {
        if (Mode == FormatMode.Diff)
        {
            Differing.ToList().ForEach(file => page.Line(UnifiedDiff.Of(file.Source.File, file.Source.Text, file.Text!).TrimEnd('\n')));
            return;
        }

        WriteLeft(page);
        foreach (var file in Differing.Except(Unwritten.Select(file => file.File)))
        {
            page.Line($"{(Mode == FormatMode.Check ? "differs" : "formatted")}  {file.Source.File}");
        }

        page.Line(Total());
    }

    /// <inheritdoc/>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("files_read", Files.Length);
        json.WriteList("files", Files.Where(file => file.Differs || file.Text is null), file =>
        {
            json.WriteString("file", file.Source.File);
            json.WriteString("fate", FateOf(file));
            if (Mode == FormatMode.Diff && file.Differs)
            {
                json.WriteString("diff", UnifiedDiff.Of(file.Source.File, file.Source.Text, file.Text!));
            }
        });
        DiagnosticForm.Write(json, Files.SelectMany(file => file.Faults));
    }

    private IEnumerable<FormattedFile> Differing => Files.Where(file => file.Differs);

    private IEnumerable<FormattedFile> Left => Files.Where(file => file.Text is null);

    private void WriteLeft(TextPage page)
    {
        foreach (var file in Left)
        {
            DiagnosticForm.Write(page, file.Faults, fault => DiagnosticText.Render(fault, file.Source));
            page.Line(WhyLeft(file));
        }
    }

    private string FateOf(FormattedFile file) => file.Text is null ? "left" : Unwritten.Any(it => it.File == file) ? "unwritten" : Mode == FormatMode.Write ? "formatted" : "differs";

    private static string WhyLeft(FormattedFile file) => file.Faults.IsEmpty
        ? $"{file.Source.File} is left as it is: it cannot be laid out anew without changing what it says. Please report it as a defect, with the file."
        : $"{file.Source.File} is left as it is: mend its {(file.Faults.Length == 1 ? "fault" : "faults")} first.";

    private string Total()
    {
        var (differ, left) = (Differing.Count() - Unwritten.Length, Left.Count() + Unwritten.Length);
        return Files.IsEmpty ? "There are no files to format."
            : differ == 0 && left == 0 ? $"{Count.Of(Files.Length, "file")}: all in canonical layout."
            : differ == 0 ? $"{Count.Of(Files.Length, "file")}: nothing to format in those that can be."
            : Mode == FormatMode.Write ? $"{Count.Of(differ)} of {Count.Of(Files.Length, "file")} formatted{LeftToo(left)}."
            : $"{Count.Of(differ)} of {Count.Of(Files.Length, "file")} {(differ == 1 ? "differs" : "differ")} from the canonical layout: 'sesamtalk fmt' formats {(differ == 1 ? "it" : "them")}{LeftToo(left)}.";
    }

    private static string LeftToo(int left) => left == 0 ? string.Empty : $"; {Count.Of(left)} {(left == 1 ? "is left as it is" : "are left as they are")}";
}

/// <summary>A file that was to be written, and could not be.</summary>
/// <param name="File">The file.</param>
/// <param name="Why">Why not, and what to do about it.</param>
internal sealed record UnwrittenFile(FormattedFile File, Answer Why);

/// <summary>What formatting is to do.</summary>
internal enum FormatMode
{
    /// <summary>Write what differs.</summary>
    Write,

    /// <summary>List what differs.</summary>
    Check,

    /// <summary>Show how it differs.</summary>
    Diff,
}
