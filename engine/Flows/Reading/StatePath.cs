using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Reads where the state is.</summary>
internal static class StatePath
{
    private const string Default = ".sesamtalk/state.db";
    private const string Sqlite = "sqlite:";
    private const string Postgres = "postgres:";

    /// <summary>The file of the state, absolute.</summary>
    public static string Of(Located<string>? state, string workspaceFolder, ICollection<Diagnostic> faults) =>
        Path.GetFullPath(Path.Combine(workspaceFolder, state is { } given ? Stated(given, faults) : Default));

    private static string Stated(Located<string> state, ICollection<Diagnostic> faults)
    {
        if (state.Value.StartsWith(Sqlite, StringComparison.Ordinal) && state.Value.Length > Sqlite.Length)
        {
            return state.Value[Sqlite.Length..];
        }

        faults.Add(state.Value.StartsWith(Postgres, StringComparison.Ordinal)
            ? FlowFaults.NotRunYet(state.Place, "state in PostgreSQL")
            : SystemFaults.UnknownState(state.Place, state.Value));
        return Default;
    }
}
