using System.Text.Json;
using SesamTalk.Connectors.Rest.Keeping;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>Keeps how a limit stands across runs.</summary>
internal sealed class LimitFile(PrivateFile file)
{
    /// <summary>What was kept; an empty record where nothing was, or nothing that makes sense: the system then tells with a refusal.</summary>
    public LimitRecord Read()
    {
        try
        {
            return file.Read() is { } content ? JsonSerializer.Deserialize(content, LimitJson.Default.LimitRecord) ?? new() : new();
        }
        catch (Exception trouble) when (trouble is JsonException or SystemRefusedException)
        {
            return new();
        }
    }

    /// <summary>Keeps it.</summary>
    public void Write(LimitRecord record) => file.Write(JsonSerializer.SerializeToUtf8Bytes(record, LimitJson.Default.LimitRecord), flush: false);
}
