using System.Globalization;
using System.Text;

namespace SesamTalk.Benchmarks.Data;

/// <summary>Makes data-flow documents of twenty sections, each with a match and twelve properties.</summary>
internal static class DocumentGenerator
{
    /// <summary>How many sections a document has.</summary>
    public const int Sections = 20;

    private const string TableHead = ".. list-table::\n   :header-rows: 1\n\n";

    private static readonly (string Path, string Type)[] Properties =
    [
        ("id", "\"string\""), ("name", "\"string\""), ("email", "\"string\""), ("address.street", "\"string\""), ("address.city", "\"string\""),
        ("phone_numbers.number", "\"string\""), ("quantity", "\"integer\""), ("price", "\"decimal\""), ("active", "\"boolean\""),
        ("customer.id", "N/A"), ("created", "\"datetime-format\",\"%Y-%m-%d\",\"_.\"]"), ("code", "\"replace\",\" \",\"\", \"string\"]"),
    ];

    /// <summary>Writes documents into a folder.</summary>
    /// <returns>Their files.</returns>
    public static string[] Write(string folder, int documents)
    {
        Directory.CreateDirectory(folder);
        return [.. Enumerable.Range(1, documents).Select(number => Write(folder, $"Ledger {number}", $"Desk {number}", number))];
    }

    private static string Write(string folder, string source, string target, int number)
    {
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"document-{number:0000}.txt"));
        File.WriteAllText(file, Document(source, target));
        return file;
    }

    private static string Document(string source, string target)
    {
        var title = $"{source} to {target} Dataflow";
        var rule = new string('=', title.Length);
        var text = new StringBuilder($"{rule}\n{title}\n{rule}\n\nGenerated: 2024-09-11 11:38:23\n\nIntroduction\n------------\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            This technical document provides a detailed overview of the Sesam Talk data flow from {source} to {target}. It serves as a QA checklist for testing purposes and is the intellectual property of Sesam.io AS. The content contains confidential information regulated under an NDA agreement, and sharing or distributing it without written permission is prohibited.
            """).Append("\n\n");
        for (var section = 1; section <= Sections; section++)
        {
            Append(text, $"{source} Thing{section}", $"{target} Things{section}", target);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string source, string target, string targetSystem)
    {
        var heading = $"{source} to {target}";
        text.Append(CultureInfo.InvariantCulture, $"{heading}\n{new string('-', heading.Length)}\n")
            .Append(CultureInfo.InvariantCulture, $"Every {source} will be synchronized with a {target}.\n\n")
            .Append(CultureInfo.InvariantCulture, $"If a matching {target} already exists, the {source} will be merged with the existing one.\n")
            .Append(CultureInfo.InvariantCulture, $"If no matching {target} is found, a new {target} will be created.\n\n")
            .Append(CultureInfo.InvariantCulture, $"A {source} will merge with a {target} if one of the following property combinations match:\n\n{TableHead}")
            .Append(CultureInfo.InvariantCulture, $"   * - {source} Property\n     - {target} Property\n   * - email\n     - email\n\n")
            .Append(CultureInfo.InvariantCulture, $"Once a link between a {source} and a {target} is established, it will keep in sync between the two systems, ")
            .Append("regardless of where it is edited.\n\n")
            .Append(CultureInfo.InvariantCulture, $"The following properties are synchronized between a {source} and a {target}:\n\n{TableHead}")
            .Append(CultureInfo.InvariantCulture, $"   * - {source} Property\n     - {target} Property\n     - {targetSystem} Data Type\n");
        foreach (var (path, type) in Properties)
        {
            text.Append(CultureInfo.InvariantCulture, $"   * - {path}\n     - {path}\n     - {type}\n");
        }

        text.Append("\n\n");
    }
}
