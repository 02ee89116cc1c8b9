using NUnit.Framework;

namespace SesamTalk.TestKit;

/// <summary>A clause of the contract that a test holds: <c>dotnet test --filter Clause=I4</c> finds it.</summary>
/// <param name="clause">The number of the clause.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ClauseAttribute(string clause) : PropertyAttribute("Clause", clause)
{
    /// <summary>The number of the clause.</summary>
    public string Number { get; } = clause;
}
