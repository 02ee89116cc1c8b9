using SesamTalk.Connectors.Systems;
using SesamTalk.Connectors.Values;
using SesamTalk.Connectors.Writing;
using SesamTalk.TestKit;

namespace SesamTalk.Conformance.Suites;

/// <summary>A write whose answer does not come: it may or may not have had its effect (clause C3).</summary>
[Clause("C3")]
public abstract class LostAnswerConformance(Func<Subject> make) : ConformanceFixture(make)
{
    private static readonly Value Anna = Value.Text("Anna");
    private static readonly Value Berta = Value.Text("Berta");

    [TestCase(TroubleKind.AnswerLostBeforeEffect, 0)]
    [TestCase(TroubleKind.AnswerLostAfterEffect, 1)]
    public async Task A_create_whose_answer_is_lost_is_told_as_such_and_never_repeated_blindly(TroubleKind kind, int made)
    {
        Begin(kind);

        var isLost = await IsLostAsync(Create("a", ("name", Anna)));

        (isLost || Capabilities.KnowsIdempotencyKeys).Should().BeTrue("only what a system knows again may be sent again");
        Keys(await ReadAsync()).Should().HaveCount(isLost ? made : 1);
    }

    [TestCase(TroubleKind.AnswerLostBeforeEffect)]
    [TestCase(TroubleKind.AnswerLostAfterEffect)]
    public async Task A_create_is_made_once_where_it_is_repeated_under_its_idempotency_key(TroubleKind kind)
    {
        Needs(c => c.KnowsIdempotencyKeys, "idempotency keys");
        var create = Create("a", ("name", Anna));
        Begin(kind);
        await IsLostAsync(create);

        (await WriteAsync(create)).Single().Should().BeOfType<Written>();

        Keys(await ReadAsync()).Should().Equal("a");
    }

    [TestCase(TroubleKind.AnswerLostBeforeEffect, 0)]
    [TestCase(TroubleKind.AnswerLostAfterEffect, 1)]
    public async Task What_became_of_a_create_is_found_out_by_the_key_that_it_gave(TroubleKind kind, int made)
    {
        Needs(c => c is { TakesKeys: true, LooksUpByKey: true }, "keys given by the client");
        Begin(kind);
        var isLost = await IsLostAsync(Create("a", ("name", Anna)));

        (await Subject.KeyLookup.LookUpAsync(Things.All, ["a"], CancellationToken.None)).Records.Should().HaveCount(isLost ? made : 1);
    }

    [TestCase(TroubleKind.AnswerLostBeforeEffect, 0)]
    [TestCase(TroubleKind.AnswerLostAfterEffect, 1)]
    public async Task What_became_of_a_create_is_found_out_by_its_natural_key(TroubleKind kind, int made)
    {
        Needs(c => c.LooksUpByValues, "look-up by values");
        Begin(kind);
        var isLost = await IsLostAsync(Create("a", ("name", Anna), ("code", Value.Text("11"))));

        (await Subject.ValueLookup.FindAsync(Things.All, ["code"], [Value.Text("11")], CancellationToken.None)).Records.Should().HaveCount(isLost ? made : 1);
    }

    [TestCase(TroubleKind.AnswerLostBeforeEffect)]
    [TestCase(TroubleKind.AnswerLostAfterEffect)]
    [Clause("W4")]
    public async Task A_change_whose_answer_is_lost_is_made_once_it_is_sent_again_and_touches_nothing_else(TroubleKind kind)
    {
        Subject.Add("a", ("name", Anna), ("note", Value.Text("stays")));
        Begin(kind);

        await SendAgainAsync(Update("a", ("name", Anna, Berta)));

        var record = (await FindAsync("a"))!;
        (record.Of("name"), record.Of("note")).Should().Be((Berta, Value.Text("stays")));
    }

    [TestCase(TroubleKind.AnswerLostBeforeEffect)]
    [TestCase(TroubleKind.AnswerLostAfterEffect)]
    [Clause("W4")]
    public async Task A_delete_whose_answer_is_lost_is_made_once_it_is_sent_again(TroubleKind kind)
    {
        Subject.AddMany(2);
        Begin(kind);

        await SendAgainAsync(Delete(Things.Key(0)));

        Keys(await ReadAsync()).Should().Equal(Things.Key(1));
    }

    // Some adapters send by themselves again what is safe to repeat; the others tell, and whoever asked them does.
    private async Task SendAgainAsync(WriteRequest request)
    {
        if (await IsLostAsync(request))
        {
            (await WriteAsync(request)).Single().Should().NotBeOfType<Rejected>();
        }
    }

    private async Task<bool> IsLostAsync(WriteRequest request)
    {
        try
        {
            (await WriteAsync(request)).Single().Should().NotBeOfType<Rejected>();
            return false;
        }
        catch (AnswerLostException)
        {
            return true;
        }
    }
}
