using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SesamTalk.Sandbox.Tests.ExactOnline;

[Parallelizable(ParallelScope.All)]
public sealed class WebhookTests
{
    [Test]
    [Checklist("exact-47")]
    public async Task A_subscription_is_checked_after_a_second_by_an_empty_call()
    {
        await using var world = await ExactWorld.StartAsync();
        await using var listener = await Listener.StartAsync(200);
        await Subscribe(world, listener);

        await world.Exact.DeliverWebhooksAsync();
        listener.Bodies.Should().BeEmpty();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.Exact.DeliverWebhooksAsync();

        listener.Bodies.Should().Equal(string.Empty);
        (await world.ReadAllAsync("webhooks/WebhookSubscriptions")).Should().ContainSingle();
    }

    [Test]
    [Checklist("exact-47")]
    public async Task A_callback_that_does_not_answer_200_loses_its_subscription()
    {
        await using var world = await ExactWorld.StartAsync();
        await using var listener = await Listener.StartAsync(202);
        await Subscribe(world, listener);
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        await world.Exact.DeliverWebhooksAsync();

        (await world.ReadAllAsync("webhooks/WebhookSubscriptions")).Should().BeEmpty();
    }

    [Test]
    [Checklist("exact-48")]
    public async Task An_event_is_signed_over_the_raw_text_of_its_content()
    {
        await using var world = await ExactWorld.StartAsync();
        await using var listener = await Listener.StartAsync(200);
        await Subscribe(world, listener);
        var key = await world.CreateAsync("crm/Accounts", """{"Name":"Ny AS"}""");

        await world.Exact.DeliverWebhooksAsync();

        var body = listener.Bodies.Should().ContainSingle().Subject;
        var content = body["{\"Content\":".Length..body.IndexOf(",\"HashCode\"", StringComparison.Ordinal)];
        content.Should().Contain($"\"Key\":\"{key}\"").And.Contain("\"Topic\":\"Accounts\"").And.Contain("\"Action\":\"Create\"").And.Contain("\"Division\":100100");
        var signature = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(world.Exact.Keys["webhook_secret"]), Encoding.UTF8.GetBytes(content)));
        body.Should().EndWith($"\"HashCode\":\"{signature}\"}}");
    }

    [Test]
    [Checklist("exact-49")]
    public async Task A_delete_and_an_edit_by_hand_are_told_of()
    {
        await using var world = await ExactWorld.StartAsync();
        await using var listener = await Listener.StartAsync(200);
        world.AddAccounts(2);
        await Subscribe(world, listener);
        await world.Exact.DeliverWebhooksAsync();
        listener.Bodies.Clear();
        world.Clock.Advance(TimeSpan.FromMilliseconds(500));
        world.Exact.Edit("UPDATE Accounts SET City = 'Oslo' WHERE Name = 'Extra 1'; DELETE FROM Accounts WHERE Name = 'Extra 2'");

        await world.Exact.DeliverWebhooksAsync();

        listener.Bodies.Should().HaveCount(2);
        listener.Bodies[0].Should().Contain("\"Action\":\"Update\"");
        listener.Bodies[1].Should().Contain("\"Action\":\"Delete\"");
    }

    [Test]
    [Checklist("exact-49")]
    public async Task An_event_that_is_not_heard_is_not_told_again()
    {
        await using var world = await ExactWorld.StartAsync();
        await using var listener = await Listener.StartAsync(503);
        await Subscribe(world, listener);
        await world.CreateAsync("crm/Accounts", """{"Name":"Ny AS"}""");

        await world.Exact.DeliverWebhooksAsync();
        await world.Exact.DeliverWebhooksAsync();

        listener.Bodies.Should().ContainSingle();
    }

    [TestCase("""{"Topic":"Nothing","CallbackURL":"https://x.example/"}""")]
    [TestCase("""{"Topic":"Accounts","CallbackURL":"http://x.example/"}""")]
    [Checklist("exact-46")]
    public async Task A_subscription_needs_a_known_topic_and_a_safe_callback(string body)
    {
        await using var world = await ExactWorld.StartAsync();

        (await world.PostAsync("webhooks/WebhookSubscriptions", body)).StatusCode.Should().Be(HttpStatusCode.InternalServerError);
    }

    private static Task<string> Subscribe(ExactWorld world, Listener listener) =>
        world.CreateAsync("webhooks/WebhookSubscriptions", $$"""{"Topic":"Accounts","CallbackURL":"{{listener.Address}}"}""");
}
