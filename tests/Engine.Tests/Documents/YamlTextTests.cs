using SesamTalk.Engine.Documents;
using YamlDotNet.RepresentationModel;

namespace SesamTalk.Engine.Tests.Documents;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class YamlTextTests
{
    [TestCase("name", "name")]
    [TestCase("$ref", "$ref")]
    [TestCase("variants..sku", "variants..sku")]
    [TestCase("Customers company", "Customers company")]
    [TestCase("NO", "NO")]
    [TestCase("ps:P297", "\"ps:P297\"")]
    [TestCase("12", "\"12\"")]
    [TestCase("true", "\"true\"")]
    [TestCase("Null", "\"Null\"")]
    [TestCase("", "\"\"")]
    [TestCase(" a", "\" a\"")]
    [TestCase("a #b", "\"a #b\"")]
    [TestCase("it's \"so\"", "'it''s \"so\"'")]
    [TestCase("a\tb", "\"a\\x09b\"")]
    [TestCase("a\u2028b\u0085c", "\"a\\u2028b\\x85c\"")]
    public void A_text_is_plain_where_that_is_the_same_text(string text, string yaml) =>
        YamlText.Scalar(text).Should().Be(yaml);

    [Test]
    public void Any_text_comes_back_from_a_flow_mapping_as_it_was()
    {
        const string Letters = "aN0 .-_$/:#,[]{}'\"\\&*!|>%@`?~=\t\u00f8\u0085\u2028\u2029\ufeff";
        for (int seed = 0; seed < 2_000; seed++)
        {
            Random random = new(seed);
            string text = new([.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => Letters[random.Next(Letters.Length)])]);
            YamlStream yaml = [];

            yaml.Load(new StringReader($"{{ {YamlText.Scalar(text)}: [{YamlText.Scalar(text)}] }}"));

            KeyValuePair<YamlNode, YamlNode> pair = ((YamlMappingNode)yaml.Documents[0].RootNode).Children.Single();
            ((YamlScalarNode)pair.Key).Value.Should().Be(text);
            ((YamlScalarNode)pair.Value[0]).Value.Should().Be(text);
        }
    }
}
