using SesamTalk.Connectors.Rest.Templates;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How several keys stand in one request, as <c>{keys}</c>.</summary>
/// <param name="Each">What stands for one key.</param>
/// <param name="Separator">What stands between them.</param>
/// <param name="Most">How many a request may have.</param>
/// <param name="List">The list that answers.</param>
internal sealed record SeveralForm(Template Each, string Separator, int Most, ListForm List);
