namespace SesamTalk.Sandbox.ExactOnline.Webhooks;

/// <summary>Something that happened to a record, for those who subscribed.</summary>
/// <param name="Callback">Where it is told.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Action">Create, Update or Delete.</param>
/// <param name="Division">The division.</param>
/// <param name="Key">The record.</param>
/// <param name="Resource">The endpoint that has it.</param>
/// <param name="Version">The row version that it stems from.</param>
internal sealed record WebhookEvent(Uri Callback, string Topic, string Action, long Division, string Key, string Resource, long Version);
