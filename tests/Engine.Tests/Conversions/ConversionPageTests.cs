using SesamTalk.Engine.Conversions;
using SesamTalk.TestKit;

namespace SesamTalk.Engine.Tests.Conversions;

internal sealed class ConversionPageTests
{
    private static readonly string File = Path.Combine(Repository.Root, "docs", "reference", "conversions.md");

    [Test]
    public void The_page_says_what_the_catalogue_says()
    {
        if (Environment.GetEnvironmentVariable("SESAMTALK_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(File)!);
            System.IO.File.WriteAllText(File, ConversionPage.Text());
        }

        System.IO.File.ReadAllText(File).Should().Be(ConversionPage.Text(), "SESAMTALK_UPDATE_GOLDEN=1 writes it anew");
    }

    [TestCaseSource(typeof(ConversionCatalogue), nameof(ConversionCatalogue.Kinds))]
    public void Every_conversion_has_its_chapter(ConversionKind kind) => System.IO.File.ReadAllText(File).Should().Contain($"\n## {kind.Name}\n");
}
