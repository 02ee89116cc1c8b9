using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows;
using SesamTalk.Engine.Tests.Language.Corpus;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Language;

/// <summary>Files that a slip of the hand damaged: whatever it was, the author gets diagnostics or a set, never an exception.</summary>
internal sealed class DamagedFileTests
{
    private const int Rounds = 100;

    private static readonly string[] Slips = ["{", "}", "[", "]", ":", ": ", "- ", "\n", "\t", "\"", "'", ",", "#", "&a ", "*a", "!x ", "|", ">", "?", "@", "%", "\u0000", "\uFEFF", "---\n", "<<: ", "null", " ", "\u00ff", "\u2028", "-", "- - "];

    [TestCase("systems.yaml")]
    [TestCase("shop.entities.yaml")]
    [TestCase("order-to-salesorders.flow.yaml")]
    public void A_damaged_file_is_explained_and_never_an_exception(string file)
    {
        using var folder = new TemporaryFolder();
        CorpusFolder.Lay("valid", "orders", folder.Path);
        var whole = File.ReadAllText(folder[file]);

        for (var seed = 0; seed < Rounds; seed++)
        {
            File.WriteAllText(folder[file], Damaged(whole, new Random(seed)));
            var reading = FlowSetReader.Read(WorkspaceLocator.Of(folder["systems.yaml"]), [new StubConnector()]);

            var isRefused = reading.Diagnostics.Any(d => d.Severity == Severity.Error);
            isRefused.Should().Be(reading.Set is null, $"that is what errors mean (seed {seed})");
            reading.Diagnostics.All(d => d.Place is { Line: >= 1, Column: >= 1 }).Should().BeTrue($"each has a place (seed {seed})");
            reading.Diagnostics.All(d => reading.Render(d).Contains(d.Code, StringComparison.Ordinal)).Should().BeTrue($"each can be shown (seed {seed})");
        }
    }

    private static string Damaged(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(4) switch
        {
            0 => text[..at],
            1 => text.Remove(at, Math.Min(random.Next(1, 12), text.Length - at)),
            _ => text.Insert(at, Slips[random.Next(Slips.Length)]),
        };
    }
}
