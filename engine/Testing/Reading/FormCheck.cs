using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Testing.Reading;

/// <summary>A test has one of two forms, and has it whole: what the schema cannot say.</summary>
internal static class FormCheck
{
    private static readonly string[] Short = ["source", "target", "direction"];
    private static readonly string[] Long = ["given", "edits", "expect"];

    /// <summary>What is wrong with the form of a test.</summary>
    public static void Check(MappingNode test, Place name, ICollection<Diagnostic> faults)
    {
        if (ProblemOf(key => test[key] is not null) is var (problem, cure))
        {
            faults.Add(TestFaults.NotWhole(name, problem, cure));
        }
    }

    private static (string Problem, string Cure)? ProblemOf(Func<string, bool> has) =>
        Short.FirstOrDefault(has) is { } one && Long.FirstOrDefault(has) is { } other
            ? ($"'{one}' and '{other}' belong to two different forms of a test", "write 'source' and 'target', or 'given' and 'expect'")
        : Short.Any(has)
            ? !has("source") ? ("the test has no 'source'", "say what the source record is; a test of one record only has 'given' and 'expect'")
            : !has("target") ? ("the test has no 'target'", "say what the target record is; a test of one record only has 'given' and 'expect'")
            : null
        : !has("given") ? ("the test has nothing to begin with", "write 'source' and 'target', or 'given' and 'expect'")
        : !has("expect") ? ("the test expects nothing", "say under 'expect' what must be there at the end")
        : null;
}
