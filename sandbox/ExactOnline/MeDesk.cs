using SesamTalk.Sandbox.Http;
using SesamTalk.Sandbox.Systems;

namespace SesamTalk.Sandbox.ExactOnline;

/// <summary>Answers <c>current/Me</c>: who calls, and where.</summary>
/// <param name="time">How times are written.</param>
/// <param name="clock">The clock.</param>
internal sealed class MeDesk(ExactTime time, TimeProvider clock)
{
    /// <summary>The user that everything is done as.</summary>
    public static string UserId { get; } = Keys.Uuid("exact-online/users", 0);

    /// <summary>The user's name.</summary>
    public static string UserName => "Sandbox User";

    /// <summary>The one row.</summary>
    public Reply Answer() => Reply.Json(200, json =>
    {
        var now = clock.GetUtcNow();
        json.WriteStartObject();
        json.WriteStartObject("d");
        json.WriteStartArray("results");
        json.WriteStartObject();
        json.WriteNumber("CurrentDivision", Systems.ExactOnline.Division);
        json.WriteNumber("AccountingDivision", Systems.ExactOnline.Division);
        json.WriteString("UserID", UserId);
        json.WriteString("FullName", UserName);
        json.WriteString("Email", "sandbox@nordlyshandel.example");
        json.WriteString("LanguageCode", "EN");
        json.WriteNumber("Legislation", 1);
        json.WriteString("ServerTime", time.Wire(now.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        json.WriteNumber("ServerUtcOffset", time.OffsetAt(now));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
