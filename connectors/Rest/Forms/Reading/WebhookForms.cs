using SesamTalk.Connectors.Rest.Webhooks;

namespace SesamTalk.Connectors.Rest.Forms.Reading;

/// <summary>Reads how webhooks are signed.</summary>
internal static class WebhookForms
{
    /// <summary>The webhooks; none where nothing is said of them, or where nobody gave their secret.</summary>
    public static WebhookForm? Of(Section? section)
    {
        if (section?.Below("signature") is not { } signature)
        {
            return null;
        }

        if (signature.Text("at") is null == signature.Text("header") is null)
        {
            signature.Faults.Missing(signature.Place, "it is not clear where the signature is", "say 'at', a member of the body, or 'header', one of the two");
        }

        return section.Text("secret") is not { } secret ? null : new WebhookForm(secret)
        {
            Content = section.Text("content"),
            At = signature.Text("at"),
            Header = signature.Text("header"),
            Prefix = signature.Text("prefix") ?? string.Empty,
            Form = signature.Text("form") == "base64" ? SignatureForm.Base64 : SignatureForm.Hex,
        };
    }
}
