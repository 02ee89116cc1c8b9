using System.Collections.Immutable;

namespace SesamTalk.Connectors.Rest.Forms;

/// <summary>How one entity is read and written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">How its values are written.</param>
internal sealed record EntityForm(string Name, PropertyForms Properties)
{
    /// <summary>The group of calls that it belongs to, where limits differ by that.</summary>
    public string LimitGroup { get; init; } = string.Empty;

    /// <summary>How all its records are read.</summary>
    public ListForm? Read { get; init; }

    /// <summary>How what changed is read.</summary>
    public ChangesForm? Changes { get; init; }

    /// <summary>How what was deleted is read.</summary>
    public DeletesForm? Deletes { get; init; }

    /// <summary>How records are looked up by key.</summary>
    public KeyLookupForm? KeyLookup { get; init; }

    /// <summary>How records are looked up by values.</summary>
    public ValueLookupForm? ValueLookup { get; init; }

    /// <summary>How a record is created.</summary>
    public WriteForm? Create { get; init; }

    /// <summary>How several records are created at once.</summary>
    public BatchForm? Batch { get; init; }

    /// <summary>How a record is changed.</summary>
    public WriteForm? Update { get; init; }

    /// <summary>How a record is deleted.</summary>
    public WriteForm? Delete { get; init; }

    /// <summary>The record that addresses name beside the entity's own; <see langword="null"/> for none.</summary>
    public ParentForm? Parent { get; init; }

    /// <summary>How lists of elements are read and written, by property.</summary>
    public ImmutableDictionary<string, ChildForm> Children { get; init; } = ImmutableDictionary<string, ChildForm>.Empty;

    /// <summary>Whether the system makes something else of values that it is given.</summary>
    public bool RewritesValues { get; init; }

    /// <summary>How to ask whether a record that is no longer there left without being deleted; <see langword="null"/> where none does.</summary>
    public LeftForm? Left { get; init; }

    /// <summary>Whether lists come in the ordinal order of the keys.</summary>
    public bool IsInKeyOrder { get; init; }
}
