using System.Collections.Immutable;
using System.Globalization;

namespace SesamTalk.Benchmarks;

/// <summary>What is to be measured.</summary>
/// <param name="Workloads">The workloads, by name.</param>
/// <param name="Rows">With how many records, one after the other.</param>
/// <param name="Repeats">How often each.</param>
/// <param name="Json">The file for the JSON document, if one is wanted.</param>
internal sealed record Options(ImmutableArray<string> Workloads, ImmutableArray<long> Rows, int Repeats, string? Json)
{
    /// <summary>What a person is told who asks for something else.</summary>
    public const string Usage = "usage: benchmarks -- w1|w2|w3|w5|w6|w7|all... [--rows N[,N...]] [--repeat N] [--json FILE]";

    /// <summary>Reads the command line; none where it is not understood.</summary>
    public static Options? Read(string[] arguments, IReadOnlyCollection<string> known)
    {
        var options = new Options([], [10_000], 1, null);
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, value) = (arguments[i], i + 1 < arguments.Length ? arguments[i + 1] : string.Empty);
            i += name.StartsWith("--", StringComparison.Ordinal) ? 1 : 0;
            if (options.With(name, value, known) is not { } next)
            {
                return null;
            }

            options = next;
        }

        return options.Workloads.IsEmpty ? null : options;
    }

    private Options? With(string name, string value, IReadOnlyCollection<string> known) => name switch
    {
        "--rows" => Numbers(value) is { IsEmpty: false } rows ? this with { Rows = rows } : null,
        "--repeat" => Numbers(value) is [> 0 and < 100] and [var repeats] ? this with { Repeats = (int)repeats } : null,
        "--json" => value.Length > 0 ? this with { Json = value } : null,
        "all" => this with { Workloads = [.. known] },
        _ => known.Contains(name) ? this with { Workloads = Workloads.Add(name) } : null,
    };

    private static ImmutableArray<long> Numbers(string text)
    {
        var parts = text.Split(',');
        var numbers = parts.Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToImmutableArray();
        return numbers.All(number => number > 0) ? numbers : [];
    }
}
