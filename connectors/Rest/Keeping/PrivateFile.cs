using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Rest.Keeping;

/// <summary>
/// A small file that only its owner may read and write. It is replaced as a whole: a reader sees the old content or the new one, also
/// after a crash. On Unix its rights are 0600 from its first moment and are checked at every reading; on Windows its access list names the
/// owner alone.
/// </summary>
/// <param name="path">Where it is.</param>
/// <param name="clock">The time that waiting for another process takes.</param>
internal sealed class PrivateFile(string path, TimeProvider clock)
{
    private const string NewEnd = ".new";

    /// <summary>Where it is.</summary>
    public string Path => path;

    /// <summary>Its content; <see langword="null"/> where there is none yet.</summary>
    /// <exception cref="SystemRefusedException">Others may read or write it, or it cannot be read.</exception>
    public byte[]? Read()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            OwnerOnly.Check(stream.SafeFileHandle, path);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
        catch (Exception trouble) when (trouble is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unusable(trouble);
        }
    }

    /// <summary>Replaces its content.</summary>
    /// <param name="content">The new content.</param>
    /// <param name="flush">Whether the content is on the disk when this returns, so that it outlives also a loss of power.</param>
    /// <exception cref="SystemRefusedException">It cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> content, bool flush)
    {
        var next = path + NewEnd;
        try
        {
            OwnerOnly.MakeFolder(System.IO.Path.GetDirectoryName(path)!);
            System.IO.File.Delete(next);
            using (var stream = OwnerOnly.Create(next))
            {
                stream.Write(content);
                stream.Flush(flush);
            }

            System.IO.File.Move(next, path, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unusable(trouble);
        }
    }

    /// <summary>
    /// Puts in place what a process that was killed had written and not yet put there; what is not whole is thrown away. Only for who has
    /// taken the file.
    /// </summary>
    /// <param name="isWhole">Whether a content is whole.</param>
    /// <exception cref="SystemRefusedException">Others may read or write it, or it cannot be put in place.</exception>
    public void Complete(Predicate<byte[]> isWhole)
    {
        var next = new PrivateFile(path + NewEnd, clock);
        if (next.Read() is not { } content)
            return;
        try
        {
            if (isWhole(content))
                System.IO.File.Move(next.Path, path, overwrite: true);
            else
                System.IO.File.Delete(next.Path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw Unusable(trouble);
        }
    }

    /// <summary>Takes the file for this process alone, until what is returned is disposed of. Reading alone does not need it.</summary>
    public Task<IDisposable> TakeAsync(CancellationToken cancellationToken) => FileGuard.TakeAsync(path + ".lock", clock, cancellationToken);

    private SystemRefusedException Unusable(Exception trouble) =>
        new($"the file {path} cannot be used: {trouble.Message}", "Give the one who runs this the right to read and write the folder.", trouble);
}
