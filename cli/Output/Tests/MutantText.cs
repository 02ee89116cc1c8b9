using System.Collections.Immutable;
using SesamTalk.Engine.Testing;

namespace SesamTalk.Cli.Output.Tests;

/// <summary>Broken flows for a person: those that no test noticed.</summary>
internal static class MutantText
{
    /// <summary>Writes it; nothing where no flow was broken.</summary>
    public static void Write(TextPage page, ImmutableArray<MutantResult>? mutants)
    {
        if (mutants is not { } all)
        {
            return;
        }

        page.Line();
        var survivors = all.Where(mutant => mutant.NoticedBy is null).ToList();
        foreach (var survivor in survivors)
        {
            page.Line($"{survivor.Place}: no test notices: {survivor.Text}");
        }

        page.Line(survivors.Count == 0
            ? $"{Count.Of(all.Length, "mutant")}, all noticed."
            : $"{Count.Of(all.Length, "mutant")}, {Count.Of(survivors.Count)} survived.");
    }
}
