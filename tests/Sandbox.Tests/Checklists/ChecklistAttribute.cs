namespace SesamTalk.Sandbox.Tests;

/// <summary>An item of a stand-in's checklist that a test holds: <c>dotnet test --filter Checklist=exact-7</c> finds it.</summary>
/// <param name="item">The item, as <c>sandbox/**/CHECKLIST.md</c> numbers it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ChecklistAttribute(string item) : PropertyAttribute("Checklist", item)
{
    /// <summary>The item.</summary>
    public string Item { get; } = item;
}
