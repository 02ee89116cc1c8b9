using System.Collections.Immutable;
using System.Text;
using SesamTalk.Engine.Diagnostics;
using SesamTalk.Engine.Diagnostics.Catalogue;
using SesamTalk.Engine.Flows.Reading.Shape;
using SesamTalk.Engine.Flows.Reading.Yaml;

namespace SesamTalk.Engine.Flows.Reading;

/// <summary>Reads the files of a workspace through the first two layers, and keeps their text for excerpts.</summary>
internal sealed class SourceFiles(string workspaceFolder, ICollection<Diagnostic> faults)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    /// <summary>The files that were read, by the name under which they are shown.</summary>
    public ImmutableDictionary<string, SourceText> Texts => _texts.ToImmutableDictionary();

    /// <summary>Takes over the texts of files that were read elsewhere.</summary>
    public void Take(SourceFiles others)
    {
        foreach (var (file, text) in others._texts)
        {
            _texts[file] = text;
        }
    }

    /// <summary>Makes what stands at a place unreadable in excerpts.</summary>
    public void Hide(Place place) => _texts[place.File] = _texts[place.File].Hide(place);

    /// <summary>Both layers: the root of a file, or <see langword="null"/>; the faults say why.</summary>
    public MappingNode? Read(string path, FileKind kind, Place? namedAt = null) => Accept(Parse(path, namedAt), kind);

    /// <summary>Layer 1: the root of a file, or <see langword="null"/> where it is not right as YAML; the faults say why.</summary>
    /// <param name="path">The file.</param>
    /// <param name="namedAt">The place that names it, for a file that cannot be read; without it the file's own beginning.</param>
    public SourceNode? Parse(string path, Place? namedAt = null)
    {
        return TextOf(path, namedAt) is { } text ? YamlReader.Read(text, faults) : null;
    }

    /// <summary>What a file holds, or <see langword="null"/> where that is no text; the faults say why.</summary>
    /// <param name="path">The file.</param>
    /// <param name="namedAt">The place that names it, for a file that cannot be read; without it the file's own beginning.</param>
    public SourceText? TextOf(string path, Place? namedAt = null)
    {
        var file = ShownName(path);
        return Bytes(path, file, namedAt) is { } bytes ? Decode(file, bytes) : null;
    }

    /// <summary>Layer 2: the root, or <see langword="null"/> where it has not the shape of its kind; the faults say why.</summary>
    public MappingNode? Accept(SourceNode? root, FileKind kind) =>
        root is not null && ShapeChecker.Accepts(kind, root, faults) ? root as MappingNode : null;

    /// <summary>The name under which a file is shown: from the workspace where it lies in it, with forward slashes.</summary>
    public string ShownName(string path)
    {
        var relative = Path.GetRelativePath(workspaceFolder, path);
        return (Path.IsPathRooted(relative) ? path : relative).Replace('\\', '/');
    }

    private byte[]? Bytes(string path, string file, Place? namedAt)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            var missing = trouble is FileNotFoundException or DirectoryNotFoundException;
            faults.Add(FileFaults.NotReadable(namedAt ?? new Place(file, 1, 1, 1, 1), file, missing));
            return null;
        }
    }

    private SourceText? Decode(string file, byte[] bytes)
    {
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var content = bytes.AsSpan(hasMark ? 3 : 0);
        var text = new SourceText(file, Encoding.UTF8.GetString(content));
        _texts[file] = text;
        if (hasMark)
        {
            faults.Add(YamlFaults.StartsWithMark(text.PlaceOf(1, 1, 1)));
        }

        return IsUtf8(content) ? text : NotUtf8(text);
    }

    private static bool IsUtf8(ReadOnlySpan<byte> content)
    {
        try
        {
            Strict.GetCharCount(content);
            return content.IndexOf((byte)0) < 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private SourceText? NotUtf8(SourceText text)
    {
        var before = text.Text[..text.Text.IndexOfAny(['\uFFFD', '\0'])];
        var line = before.Count(c => c == '\n') + 1;
        faults.Add(YamlFaults.NoUtf8(text.PlaceOf(line, before.Length - before.LastIndexOf('\n'), 1)));
        return null;
    }
}
