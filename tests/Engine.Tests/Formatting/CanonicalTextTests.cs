using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Formatting;
using SesamTalk.Engine.Formatting.Ordering;

namespace SesamTalk.Engine.Tests.Formatting;

[Parallelizable(ParallelScope.All)]
public sealed class CanonicalTextTests
{
    [Test]
    public void The_columns_of_a_property_table_are_in_line_whatever_form_the_rows_had()
    {
        Formatted("""
            properties:
            - {source: a,target: bb, type: string}   # why
            - target: c
              source: a_longer_one
            # between
            - { convert: trim, source: x, target: 'y' }
            """).Should().Be("""
            properties:
              - { source: a,            target: bb,  type: string }   # why
              - { source: a_longer_one, target: c }
              # between
              - { source: x,            target: 'y', convert: trim }

            """);
    }

    [Test]
    public void A_row_with_a_table_of_its_own_takes_lines_of_its_own()
    {
        Formatted("properties: [{ source: lines, target: Lines, properties: [{ source: a, target: b }, { source: cc, target: d }], each: {key: {no: No}} }]").Should().Be("""
            properties:
              - source: lines
                target: Lines
                each: { key: { no: No } }
                properties:
                  - { source: a,  target: b }
                  - { source: cc, target: d }

            """);
    }

    [Test]
    public void A_row_that_is_too_long_takes_lines_of_its_own_and_its_comment_stands_above()
    {
        var note = new string('n', 150);

        Formatted($"properties:\n  - {{ source: a, target: b, note: {note} }}   # why\n").Should().Be($"""
            properties:
              # why
              - source: a
                target: b
                note: {note}

            """);
    }

    [Test]
    public void A_row_with_a_comment_inside_keeps_its_lines()
    {
        const string Row = """
            properties:
              - source: a   # the first
                # the second
                target: b

            """;

        Formatted(Row).Should().Be(Row);
    }

    [Test]
    public void Keys_have_the_order_of_the_schema_and_take_their_comments_along()
    {
        Formatted("""
            # the head

            # of the target
            target: { entity: T, system: t }   # behind
            version: 1
            """).Should().Be("""
            # the head

            # of the target
            version: 1
            target: { system: t, entity: T }   # behind

            """);
    }

    [Test]
    public void Names_that_an_author_chose_keep_their_order()
    {
        const string Archive = "delete: { archive: { target: { b: 1, a: 2 } } }\nlimits: { creates: 1, deletes: 2 }\n";

        Formatted("limits: { deletes: 2, creates: 1 }\ndelete: { archive: { target: { b: 1, a: 2 } } }\n").Should().Be(Archive);
    }

    [Test]
    public void Empty_lines_between_groups_become_one_and_those_at_the_edges_go()
    {
        Formatted("\n\nversion: 1\n\n\n\nflow: f\nmatch:\n\n  - { a: b }\n\n").Should().Be("version: 1\n\nflow: f\nmatch:\n  - { a: b }\n");
    }

    [Test]
    public void A_comment_that_stands_deeper_than_what_follows_ends_its_block()
    {
        const string Text = "match:\n  - { a: b }\n  # nothing more\ndelete: keep\n# the end\n";

        Formatted(Text).Should().Be(Text);
    }

    [Test]
    public void A_value_that_brackets_would_change_is_put_in_quotes_there()
    {
        Formatted("properties:\n  - source: lines[kind=a].no\n    target: b\n").Should().Be("properties:\n  - { source: \"lines[kind=a].no\", target: b }\n");
    }

    [Test]
    public void Blocks_of_text_keep_what_they_say()
    {
        const string Text = "description: >-\n  one\n    two\n\n  three\ncreate: source\n";

        Formatted("description: >-\n      one\n        two\n\n      three\ncreate: source").Should().Be(Text);
    }

    [Test]
    public void Line_ends_are_line_feeds_and_there_is_one_at_the_end() => Formatted("version: 1\r\nflow: f").Should().Be("version: 1\nflow: f\n");

    [TestCase("a: 1", "a: '1'")]
    [TestCase("a: [1, 2]", "a: [2, 1]")]
    [TestCase("a: 1 # c", "a: 1")]
    [TestCase("a: 1", "a: 1\nb: 2")]
    [TestCase("a: x", "a: { x: 1 }")]
    [TestCase("a: x", "a: \"")]
    public void What_says_something_else_is_told_apart(string before, string after) => SameMeaning.Holds(Read(before), before, after).Should().BeFalse();

    [TestCase("a: 1\nb: 2", "b: 2\na: 1")]
    [TestCase("a: x", "a: 'x'")]
    [TestCase("a:", "a: null")]
    [TestCase("a: { b: [c] }", "a:\n  b:\n    - c")]
    public void What_says_the_same_is_the_same(string before, string after) => SameMeaning.Holds(Read(before), before, after).Should().BeTrue();

    private static string Formatted(string text) => CanonicalText.Of(text, KeySchemas.Of(FileKind.Flow));

    private static SourceNode Read(string text) => YamlReader.Read(new SourceText("some.yaml", text), new List<Diagnostic>())!;
}
