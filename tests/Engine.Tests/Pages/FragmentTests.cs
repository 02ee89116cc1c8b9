using System.Text.RegularExpressions;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.TestKit.Pages;

namespace SesamTalk.Engine.Tests.Pages;

/// <summary>
/// The parts of files that pages show are YAML of the language, and of a shape that some file may hold. Whole files are checked by
/// <c>validate</c> itself. On the page of a code the first block is wrong: of the layers YAML and shape it must not pass
/// in a flow.
/// </summary>
[Parallelizable(ParallelScope.All)]
internal sealed partial class FragmentTests
{
    public static IEnumerable<Fence> Right => Fragments.Where(fence => !IsWrong(fence));

    public static IEnumerable<Fence> Wrong => Fragments.Where(IsWrong);

    private static IEnumerable<Fence> Fragments =>
        ProjectPages.All.SelectMany(page => page.Fences).Where(fence => fence.Language == "yaml" && fence.Information == "fragment");

    [Test]
    public void There_are_fragments_to_look_at() => Right.Should().HaveCountGreaterThan(200);

    [TestCaseSource(nameof(Right))]
    public void A_part_of_a_file_that_a_page_shows_could_stand_in_a_file(Fence fence) => Trouble(fence, FragmentShapes.Fits).Should().BeNull();

    [TestCaseSource(nameof(Wrong))]
    public void What_a_page_shows_to_be_no_YAML_or_of_a_wrong_shape_is_so(Fence fence) => Trouble(fence, FragmentShapes.FitsInFlow).Should().NotBeNull();

    private static bool IsWrong(Fence fence) =>
        (fence.Page.StartsWith("docs/errors/ST01", StringComparison.Ordinal) || fence.Page.StartsWith("docs/errors/ST10", StringComparison.Ordinal))
        && ProjectPages.All.Single(page => page.Path == fence.Page).Fences[0] == fence;

    private static string? Trouble(Fence fence, Func<SourceNode, bool> fits)
    {
        var faults = new List<Diagnostic>();
        var root = YamlReader.Read(new SourceText(fence.Page, new string('\n', fence.Line) + Setting.Replace(fence.Text, "1")), faults);
        return root is null ? string.Join('\n', faults.Select(fault => $"{fault.Place}: {fault.Message}"))
            : fits(root) ? null
            : $"{fence}: no file of the language may hold this";
    }

    // What stands for a value of a definition is put in before its shape is looked at.
    [GeneratedRegex(@"""\$\{setting:[a-z_]+\}""")]
    private static partial Regex Setting { get; }
}
