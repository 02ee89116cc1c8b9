using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>A part of the expression that a Data Type cell stands for.</summary>
internal abstract record TypeExpression
{
    /// <summary>The value itself.</summary>
    public sealed record Self : TypeExpression;

    /// <summary>A text that is given.</summary>
    /// <param name="Text">The text.</param>
    public sealed record Literal(string Text) : TypeExpression;

    /// <summary>A function of its arguments.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Arguments">The arguments.</param>
    public sealed record Call(string Name, ImmutableArray<TypeExpression> Arguments) : TypeExpression;
}
