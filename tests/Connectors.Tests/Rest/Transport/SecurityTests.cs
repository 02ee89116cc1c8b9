using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Rest.Transport;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Tests.Rest.Transport;

/// <summary>What an adapter does not let itself be led to.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SecurityTests
{
    [TestCase("http://example.com/")]
    [TestCase("http://127.0.0.1.example.com/")]
    [TestCase("ftp://localhost/")]
    [TestCase("https://name:password@example.com/")]
    public void An_address_without_tls_is_refused(string address)
    {
        using var bed = new Bed(new Uri(address));
        var make = () => bed.Transport;

        make.Should().Throw<SystemRefusedException>().Which.Message.Should().NotContain("password");
        bed.Invoking(b => b.Transport).Should().Throw<SystemRefusedException>();
    }

    [TestCase("https://example.com/")]
    [TestCase("http://localhost:5/")]
    [TestCase("http://127.0.0.1:5/")]
    [TestCase("http://[::1]:5/")]
    public void An_address_with_tls_or_on_loopback_is_taken(string address)
    {
        using var bed = new Bed(new Uri(address));

        bed.Transport.Calls.Should().Be(0);
    }

    [Test]
    public void The_address_for_tokens_needs_tls_too()
    {
        using var bed = new Bed(new Uri("https://example.com/"), new TransportOptions("shop", new Uri("https://example.com/"))
        {
            Authentication = new ClientCredentialsAuthentication(new Uri("http://example.com/token"), "id", "secret"),
        });

        bed.Invoking(b => b.Transport).Should().Throw<SystemRefusedException>()
            .WithMessage("shop is to be called at http://example.com, where everybody on the way can read what is sent");
    }

    [TestCase("http://localhost:{0}/next", TestName = "another host")]
    [TestCase("https://127.0.0.1:{0}/next", TestName = "another scheme")]
    [TestCase("http://127.0.0.1:9/next", TestName = "another port")]
    [TestCase("http://x@127.0.0.1:{0}/next", TestName = "a name in it")]
    public async Task A_next_link_to_another_place_is_not_called(string link)
    {
        await using var service = await Service.StartAsync(Answers.Ok);
        using var bed = new Bed(service.Address);
        var call = () => bed.Transport.SendAsync(new RestRequest(HttpMethod.Get, new Uri(string.Format(null, link, service.Address.Port))), CancellationToken.None);

        (await call.Should().ThrowAsync<SystemRefusedException>()).WithMessage("an address given by shop leads to *, which is not at http://127.0.0.1:*; nothing was sent there");
        service.Seen.Should().BeEmpty();
    }

    [TestCase(302)]
    [TestCase(307)]
    public async Task A_redirect_to_another_host_is_not_followed(int status)
    {
        await using var thief = await Service.StartAsync(Answers.Ok);
        await using var service = await Service.StartAsync(Answers.Of(status, "", ("Location", $"{thief.Address}steal")));
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { Authentication = new BearerAuthentication("very-secret") });
        var call = () => bed.GetAsync();

        (await call.Should().ThrowAsync<SystemRefusedException>())
            .WithMessage($"shop redirects to {thief.Address.ToString().TrimEnd('/')}, which is not at {service.Address.ToString().TrimEnd('/')}; nothing was sent there");
        thief.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task A_redirect_on_the_same_host_is_followed_with_its_authentication()
    {
        await using var service = await Service.StartAsync(Answers.Of(301, "", ("Location", "/new/things?page=2")), Answers.Of(200, "[]"));
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { Authentication = new BearerAuthentication("t") });

        await using var response = await bed.GetAsync();

        service.Seen.Select(seen => (seen.Path, seen.Query, seen.Header("Authorization"))).Should().Equal(("/things", "", "Bearer t"), ("/new/things", "?page=2", "Bearer t"));
    }

    [Test]
    public async Task A_redirect_that_would_turn_a_write_into_a_read_is_not_followed()
    {
        await using var service = await Service.StartAsync(Answers.Of(302, "", ("Location", "/login")));
        using var bed = new Bed(service.Address);
        var call = () => bed.PostAsync();

        (await call.Should().ThrowAsync<SystemRefusedException>()).WithMessage("shop redirects a POST to another address, which would become a GET there");
        service.Seen.Should().HaveCount(1);
    }

    [Test]
    public async Task Redirects_without_end_are_not_followed()
    {
        await using var service = await Service.StartAsync(Answers.Of(302, "", ("Location", "/again")));
        using var bed = new Bed(service.Address);
        var call = () => bed.GetAsync();

        (await call.Should().ThrowAsync<SystemRefusedException>()).WithMessage("shop redirects more than 5 times in a row");
        service.Seen.Should().HaveCount(6);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task An_answer_larger_than_permitted_is_refused(bool tellsItsLength)
    {
        await using var service = await Service.StartAsync(async context =>
        {
            if (tellsItsLength)
                context.Response.ContentLength = 100_001;
            await context.Response.Body.WriteAsync(new byte[100_001]);
        });
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { GreatestAnswer = 100_000 });
        var call = () => bed.GetAsync();

        (await call.Should().ThrowAsync<SystemRefusedException>()).WithMessage("an answer of shop was refused: its answer is larger than 100000 bytes");
        service.Seen.Should().HaveCount(1);
    }

    [Test]
    public async Task An_answer_as_large_as_permitted_is_taken()
    {
        await using var service = await Service.StartAsync(async context => await context.Response.Body.WriteAsync(new byte[100_000]));
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { GreatestAnswer = 100_000 });

        await using var response = await bed.GetAsync();

        response.Content.Length.Should().Be(100_000);
    }

    [Test]
    public async Task A_small_answer_that_unpacks_to_a_large_one_is_refused()
    {
        await using var service = await Service.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await packed.WriteAsync(new byte[10_000_000]);
        });
        using var bed = new Bed(service.Address, new TransportOptions("shop", service.Address) { GreatestAnswer = 1_000_000 });
        var call = () => bed.GetAsync();

        await call.Should().ThrowAsync<SystemRefusedException>();
    }

    [Test]
    public async Task Headers_larger_than_permitted_are_refused()
    {
        await using var service = await Service.StartAsync(Answers.Of(200, "{}", ("X-Large", new string('x', 70_000))));
        using var bed = new Bed(service.Address);
        var call = () => bed.GetAsync();

        (await call.Should().ThrowAsync<SystemRefusedException>()).WithMessage("an answer of shop was refused: the headers of its answer are larger than 64 KiB");
    }

    [Test]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        await using var service = await Service.StartAsync(Answers.Ok, kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        using var bed = new Bed(service.Address);
        var call = () => bed.PostAsync();

        (await call.Should().ThrowAsync<SystemRefusedException>()).WithMessage($"shop is not trusted: the certificate of {service.Address.Authority} does not hold; nothing was sent");
        service.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task Cookies_are_not_kept()
    {
        await using var service = await Service.StartAsync(Answers.Of(200, "{}", ("Set-Cookie", "a=b")));
        using var bed = new Bed(service.Address);

        await (await bed.GetAsync()).DisposeAsync();
        await (await bed.GetAsync()).DisposeAsync();

        service.Seen.Should().OnlyContain(seen => seen.Header("Cookie") == null);
    }
}
