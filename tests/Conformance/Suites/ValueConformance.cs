using System.Reflection;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>What is written is read again unchanged (clauses O4, W3).</summary>
[Clause("O4")]
public abstract class ValueConformance(Func<Subject> make) : ConformanceFixture(make)
{
    [ValueCases]
    public async Task A_value_comes_back_as_it_was_written(string property, Value value)
    {
        Needs(_ => Subject.CanHold(property, value), "hold such a value as it is");
        var created = await WriteAsync(Create("a", ("name", Value.Text("x")), (property, value)));
        (await FindAsync("a"))!.Of(property).Should().Be(value);

        // Of what has to be unique there are never two.
        Subject.Delete("a");
        Subject.Add("b", ("name", Value.Text("x")));
        var updated = await WriteAsync(Update("b", (property, Value.None, value)));
        (await FindAsync("b"))!.Of(property).Should().Be(value);
        if (Capabilities.AnswersWithStoredState)
        {
            created.Concat(updated).Cast<Written>().Should().OnlyContain(written => written.Stored!.Of(property) == value);
        }
    }

    [Test]
    public void What_is_said_to_be_lacking_is_lacking_and_nothing_else()
    {
        var lacking = GetType().GetCustomAttribute<LacksAttribute>()?.Properties ?? [];

        ValueCases.Properties.Where(property => !Subject.CanHold(property, Value.None)).Should().BeEquivalentTo(lacking);
    }

    // What has no like is left out of every suite: so it has to follow from the description, not from what was chosen to stand for the things.
    [Test]
    public void What_is_lacking_is_lacking_in_the_description_of_the_system()
    {
        var lacking = GetType().GetCustomAttribute<LacksAttribute>()?.Properties ?? [];

        lacking.Where(property => Subject.HasAnother(Things.Entity.Property(property)!.Type)).Should().BeEmpty("each has a property that could stand for it");
        Subject.HasNumbered.Should().Be(Subject.GivesKeys, "a system that gives keys is tried as one");
    }

    [ValueCases]
    public async Task A_value_that_was_written_is_what_the_next_write_may_expect(string property, Value value)
    {
        Needs(_ => Subject.CanHold(property, value), "hold such a value as it is");
        await WriteAsync(Create("a", ("name", Value.Text("x")), (property, value)));

        var outcomes = await WriteAsync(Update("a", (property, value, Value.None)));

        outcomes.Single().Should().BeOfType<Written>();
        (await FindAsync("a"))!.Of(property).Should().Be(Value.None);
    }

    [TestCase("a")]
    [TestCase("a key with blanks ")]
    [TestCase("O'Hara \"quoted\" ; -- \\ %_")]
    [TestCase("ÆØÅ-日本-😀")]
    [TestCase("5f0e7a52-3f6f-4e2b-9c1e-000000000001")]
    public async Task Any_text_may_be_a_key(string key)
    {
        await WriteAsync(Create(key, ("name", Value.Text("x"))));

        Keys(await ReadAsync()).Should().Equal(key);
        (await FindAsync(key)).Should().NotBeNull();
        (await WriteAsync(Update(key, ("name", Value.Text("x"), Value.Text("y"))))).Single().Should().BeOfType<Written>();
    }
}
