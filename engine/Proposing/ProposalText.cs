using System.Globalization;
using System.Text;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Flows.Reading;

namespace SesamTalk.Engine.Proposing;

/// <summary>A proposed flow as a file, in which everything that a person is to confirm is marked.</summary>
/// <param name="proposal">The proposal.</param>
public sealed class ProposalText(FlowProposal proposal)
{
    private const int Width = 140;

    private readonly StringBuilder _text = new(2048);

    /// <summary>The file, with line feeds.</summary>
    /// <param name="name">The name of the flow.</param>
    /// <param name="document">The title of the data-flow document that it belongs to.</param>
    /// <param name="schema">The schema, as seen from the file; <see langword="null"/> where there is none.</param>
    public string Write(string name, string document, string? schema)
    {
        _text.Clear();
        if (schema is not null)
        {
            Line($"# yaml-language-server: $schema={schema}");
        }

        Line($"# Proposed from the descriptions of {proposal.Source} and {proposal.Target}. Whatever is marked 'confirm' is a guess: look at it,");
        Line("# mend it or take it out, and take the mark away.");
        Line("version: 1");
        Line($"flow: {name}");
        Line($"document: {YamlText.Scalar(document)}");
        Line($"source: {Side(proposal.Source)}");
        Line($"target: {Side(proposal.Target)}");
        Line();
        WriteIdentity();
        Line();
        Line(proposal.Rows.IsEmpty ? "properties: []   # open: nothing alike was found" : "properties:");
        _text.Append(new ProposedTable(proposal.Rows, "  ").Write());
        WriteLeft(proposal.Source, proposal.SourceLeft);
        WriteLeft(proposal.Target, proposal.TargetLeft);
        return _text.ToString();
    }

    private void WriteIdentity()
    {
        Line($"create: {Words.Of(proposal.Create)}   # {(proposal.Create == CreatePolicy.Never ? "open" : "confirm")}: {proposal.CreateReason}");
        if (proposal.Match.IsEmpty)
        {
            return;
        }

        Line("match:");
        foreach (var rule in proposal.Match)
        {
            Line($"  - {Rule(rule)}   # confirm: {rule.Reason}");
        }
    }

    // A property may bear the name of a key of the long form.
    private static string Rule(ProposedMatch rule)
    {
        var pairs = $"{{ {string.Join(", ", rule.Pairs.Select(pair => $"{YamlText.Scalar(pair.Source)}: {YamlText.Scalar(pair.Target)}"))} }}";
        return rule.Pairs.Any(pair => pair.Source is "pairs" or "except") ? $"{{ pairs: {pairs} }}" : pairs;
    }

    private void WriteLeft(OutlinedSide side, LeftProperties left)
    {
        if (left.Writable.Length + left.ReadOnly.Length > 0)
        {
            Line();
        }

        WriteLeft($"Not matched in {side}:", left.Writable);
        WriteLeft($"Not matched in {side}, and filled by {side.System} itself:", left.ReadOnly);
    }

    private void WriteLeft(string what, IReadOnlyCollection<string> paths)
    {
        if (paths.Count == 0)
        {
            return;
        }

        var line = $"# {what}";
        var left = paths.Count;
        foreach (var path in paths.Select(path => path.Trim()))
        {
            var word = $" {path}{(--left == 0 ? "." : ",")}";
            if (line.Length + word.Length > Width)
            {
                Line(line);
                line = "#  ";
            }

            line += word;
        }

        Line(line);
    }

    private static string Side(OutlinedSide side) =>
        string.Create(CultureInfo.InvariantCulture, $"{{ system: {YamlText.Scalar(side.System)}, entity: {YamlText.Scalar(side.Entity)} }}");

    private void Line(string line = "") => _text.Append(line).Append('\n');
}
