using System.Collections.Immutable;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Documents;
using SesamTalk.Engine.Flows.Reading;
using SesamTalk.Engine.Flows.Reading.Yaml;
using SesamTalk.Engine.Testing.Updating;

namespace SesamTalk.Engine.Testing.Judging;

/// <summary>Holds messages against the parts of messages that a test expects: each has to belong to one of the other kind.</summary>
/// <param name="expect">What the test expects, where a key can be added.</param>
/// <param name="test">The place of the test.</param>
internal sealed class MessageJudge(MappingNode? expect, Place test)
{
    /// <summary>What is not as expected.</summary>
    public IEnumerable<TestDifference> Compare(string key, ImmutableArray<Located<string>> expected, ImmutableArray<string> actual)
    {
        var correction = expect is null ? null : new Correction.Set(expect, key, Text(actual));
        return
        [
            .. from part in expected
               where !actual.Any(message => message.Contains(part.Value, StringComparison.Ordinal))
               select new TestDifference(key, $"'{part.Value}'", actual.IsEmpty ? Shown.Nothing : string.Join("; ", actual), part.Place) { Correction = correction },
            .. from message in actual
               where !expected.Any(part => message.Contains(part.Value, StringComparison.Ordinal))
               select new TestDifference(key, Shown.Nothing, message, test) { Correction = correction },
        ];
    }

    private static string? Text(ImmutableArray<string> messages) => messages switch
    {
        [] => null,
        [var only] => YamlText.Scalar(only),
        _ => $"[{string.Join(", ", messages.Select(YamlText.Scalar))}]",
    };
}
