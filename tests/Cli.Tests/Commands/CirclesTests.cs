using SesamTalk.Cli.Graphs;

namespace SesamTalk.Cli.Tests.Commands;

[Parallelizable(ParallelScope.All)]
public sealed class CirclesTests
{
    [TestCase("a-b b-c", "")]
    [TestCase("a-b b-c c-a", "a-b b-c c-a")]
    [TestCase("a-b b-c c-a c-d d-e", "a-b b-c c-a")]
    [TestCase("a-b b-a", "a-b b-a")]
    [TestCase("a-a a-b", "")]
    [TestCase("a-b b-c c-a c-d d-e e-f f-d", "a-b b-c c-a d-e e-f f-d")]
    public void Of_connections_those_are_found_that_another_way_leads_round(string connections, string found) =>
        Found(connections).Should().Be(found);

    [Test]
    public void Any_connections_are_found_whose_ends_hang_together_without_them()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            string[] all = [.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => $"{(char)('a' + random.Next(8))}-{(char)('a' + random.Next(8))}").Distinct()];

            Found(string.Join(' ', all)).Should().Be(string.Join(' ', all.Where(one => one[0] != one[2] && HangTogether(one[0], one[2], [.. all.Where(other => other != one)]))), "seed {0}", seed);
        }
    }

    private static string Found(string connections)
    {
        GraphEdge[] edges = [.. connections.Split(' ').Select(text => new GraphEdge(new GraphNode("box", text[..1]), new GraphNode("box", text[2..]), text) { RunsThere = true, RunsBack = true })];
        var found = Circles.Of(edges);
        return string.Join(' ', edges.Where((_, i) => found.Contains(i)).Select(edge => edge.Flow));
    }

    private static bool HangTogether(char one, char other, string[] connections)
    {
        HashSet<char> reached = [one];
        while (connections.Any(way => reached.Contains(way[0]) != reached.Contains(way[2])))
        {
            reached.UnionWith([.. connections.Where(way => reached.Contains(way[0]) || reached.Contains(way[2])).SelectMany(way => new[] { way[0], way[2] })]);
        }

        return reached.Contains(other);
    }
}
