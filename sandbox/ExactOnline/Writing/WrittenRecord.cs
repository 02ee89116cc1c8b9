using System.Collections.Immutable;

namespace SesamTalk.Sandbox.ExactOnline.Writing;

/// <summary>What a body wants written.</summary>
/// <param name="Values">The cells by column.</param>
/// <param name="Lines">The lines that came within it; none where the body names none.</param>
internal sealed record WrittenRecord(Dictionary<string, object?> Values, ImmutableArray<WrittenRecord>? Lines)
{
    /// <summary>A cell; nothing where the body does not name it.</summary>
    public object? this[string column] => Values.GetValueOrDefault(column);

    /// <summary>Sets a cell that the body left empty.</summary>
    public void Default(string column, object? value)
    {
        if (this[column] is null)
        {
            Values[column] = value;
        }
    }
}
