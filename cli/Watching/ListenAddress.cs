using System.CommandLine;
using System.Globalization;
using System.Net;
using SesamTalk.Cli.CommandLine;

namespace SesamTalk.Cli.Watching;

/// <summary>Where webhooks are listened to.</summary>
internal static class ListenAddress
{
    /// <summary>The name of the option.</summary>
    public const string Name = "--listen";

    /// <summary>The option.</summary>
    public static Option<string> Option
    {
        get
        {
            var option = Tokens.Checked(new Option<string>(Name)
            {
                Description = "With --watch: listen for webhooks, each of which makes the next run begin soon. A port is one of this machine alone; with an address before it, such as 0.0.0.0:8080, others reach it too.",
                HelpName = "[ADDRESS:]PORT",
            });
            option.Validators.Add(result =>
            {
                if (result.Tokens is [var token] && !token.Value.StartsWith('-') && Parse(token.Value) is null)
                {
                    result.AddError($"'{token.Value}' is no place to listen at: name a port, such as 8080, or an address of this machine with a port, such as 127.0.0.1:8080.");
                }
            });
            return option;
        }
    }

    /// <summary>The place; <see langword="null"/> where it is not understood.</summary>
    public static IPEndPoint? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? "localhost" : text[..colon];
        var address = host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var given) ? given : null;
        return address is not null && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? new IPEndPoint(address, port) : null;
    }
}
