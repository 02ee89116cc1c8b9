using System.Collections.Immutable;

namespace SesamTalk.Engine.Formatting.Layouts;

/// <summary>A node of a YAML file as it is laid out.</summary>
/// <param name="Begin">Where it begins, as an index of the text.</param>
/// <param name="End">The index behind its last character.</param>
internal abstract record LayoutNode(int Begin, int End);

/// <summary>A single value.</summary>
/// <param name="Begin">Where it begins, as an index of the text.</param>
/// <param name="End">The index behind its last character.</param>
/// <param name="Text">Its text as it is read.</param>
/// <param name="Written">How it is written, quotes included; without a comment behind the sign of a block of text.</param>
/// <param name="Style">The way it is written.</param>
internal sealed record LayoutScalar(int Begin, int End, string Text, string Written, LayoutStyle Style) : LayoutNode(Begin, End)
{
    /// <summary>Whether it takes more than one line.</summary>
    public bool HasLines => Style == LayoutStyle.Block || Written.AsSpan().ContainsAny('\n', '\r');
}

/// <summary>A mapping or a list.</summary>
/// <param name="Begin">Where it begins, as an index of the text.</param>
/// <param name="End">The index behind its last character.</param>
/// <param name="Column">The column of its entries, from 0.</param>
/// <param name="Entries">Its entries.</param>
internal sealed record LayoutCollection(int Begin, int End, int Column, ImmutableArray<LayoutEntry> Entries) : LayoutNode(Begin, End)
{
    /// <summary>Whether its entries have keys.</summary>
    public bool IsMapping { get; init; }

    /// <summary>Whether it stands in braces or brackets.</summary>
    public bool IsInBrackets { get; init; }

    /// <summary>Whether it stands in braces or brackets wherever it fits on one line.</summary>
    public bool IsCompact { get; init; }

    /// <summary>Whether it is a table, whose columns are in line.</summary>
    public bool IsTable { get; init; }

    /// <summary>The comments behind its last entry.</summary>
    public ImmutableArray<Comment> Last { get; init; } = [];

    /// <summary>Whether it takes lines of its own.</summary>
    public bool IsBlock => !IsInBrackets && !Entries.IsEmpty;
}

/// <summary>A key with its value, or an item of a list.</summary>
/// <param name="Begin">Where it begins, as an index of the text: its key, or its dash.</param>
/// <param name="Key">The key; none for an item.</param>
/// <param name="Value">The value.</param>
internal sealed record LayoutEntry(int Begin, LayoutScalar? Key, LayoutNode Value)
{
    /// <summary>The comments in lines of their own before it.</summary>
    public ImmutableArray<Comment> Before { get; init; } = [];

    /// <summary>The comment behind it; behind its key, where its value takes lines of its own.</summary>
    public Comment? Behind { get; init; }

    /// <summary>Whether an empty line stands before it.</summary>
    public bool IsApart { get; init; }

    /// <summary>Its value, where that is a collection in lines of its own.</summary>
    public LayoutCollection? Block => Value is LayoutCollection { IsBlock: true } block ? block : null;
}

/// <summary>How a single value is written.</summary>
internal enum LayoutStyle
{
    /// <summary>Without quotes.</summary>
    Plain,

    /// <summary>In quotes.</summary>
    Quoted,

    /// <summary>As a block of text behind <c>|</c> or <c>&gt;</c>.</summary>
    Block,
}
