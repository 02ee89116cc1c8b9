using System.Runtime.Versioning;
using SesamTalk.Connectors.Rest.Authentication;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Tests.Rest.Authentication;

/// <summary>Tokens at rest.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TokenFileTests
{
    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_gets_to_them()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        bed.Clock.Advance(TimeSpan.FromSeconds(570));
        await (await bed.GetAsync()).DisposeAsync();

        File.GetUnixFileMode(bed.Folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.GetFiles(bed.Folder).Should().HaveCount(2, "there are the token and its lock").And
            .OnlyContain(file => File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [TestCase(UnixFileMode.GroupRead)]
    [TestCase(UnixFileMode.OtherRead)]
    [TestCase(UnixFileMode.GroupWrite)]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task A_file_that_others_get_to_is_not_used(UnixFileMode given)
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        var file = Directory.GetFiles(bed.Folder, "token-*.json").Single();
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | given);
        var read = () => bed.GetAsync();

        (await read.Should().ThrowAsync<SystemRefusedException>()).Which.Cure.Should().Be($"Take the rights from the others with: chmod 600 {file}");
        vendor.Service.Seen.Should().BeEmpty();
    }

    [Test]
    public async Task A_damaged_file_is_told_without_its_content()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        var file = Directory.GetFiles(bed.Folder, "token-*.json").Single();
        await File.WriteAllTextAsync(file, "{\"access\":\"access-0\",\"refresh");
        var read = () => bed.GetAsync();

        var refused = (await read.Should().ThrowAsync<SystemRefusedException>()).Which;
        refused.ToString().Should().Contain("is damaged").And.NotContain("access-0");
    }

    [Test]
    public async Task Their_names_give_nothing_away()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();

        string.Concat(Directory.GetFiles(bed.Folder).Select(Path.GetFileName)).Should().NotContainAny("shop", "client", "secret");
    }

    [Test]
    public void Another_client_or_another_place_for_tokens_has_another_file()
    {
        using var bed = new Bed(new Uri("https://example.com/"));
        var demo = new ClientCredentialsAuthentication(new Uri("https://example.com/demo/token"), "id", "secret");
        new TokenStore("shop", demo, bed.Kept).Write(new Token("a", null, default, default));

        new TokenStore("shop", demo, bed.Kept).Read().Should().NotBeNull();
        new TokenStore("shop", demo with { ClientId = "other" }, bed.Kept).Read().Should().BeNull();
        new TokenStore("shop", demo with { TokenAddress = new Uri("https://example.com/token") }, bed.Kept).Read().Should().BeNull();
        new TokenStore("other", demo, bed.Kept).Read().Should().BeNull();
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_told_with_its_cure()
    {
        await using var vendor = await TokenVendor.StartAsync();
        using var bed = vendor.Connect();
        var file = Directory.GetFiles(bed.Folder, "token-*.json").Single();
        File.Delete(file);
        Directory.CreateDirectory(file);
        var read = () => bed.GetAsync();

        (await read.Should().ThrowAsync<SystemRefusedException>()).WithMessage($"the file {file} cannot be used:*");
    }
}
