using System.Buffers;

namespace SesamTalk.Connectors.Rest.Transport;

/// <summary>Takes the content of an answer into memory of a pool, up to a greatest size.</summary>
internal static class BoundedContent
{
    private const int First = 16 * 1024;

    /// <summary>Takes the content.</summary>
    /// <returns>The array, to be given back, and the number of bytes in it.</returns>
    /// <exception cref="TooLargeException">There is more than <paramref name="greatest"/>.</exception>
    public static async Task<(byte[] Array, int Length)> TakeAsync(HttpContent content, int greatest, CancellationToken cancellationToken)
    {
        // One byte more than is told shows the end without another array.
        var told = content.Headers.ContentLength ?? First;
        if (told > greatest)
            throw new TooLargeException();
        var array = ArrayPool<byte>.Shared.Rent((int)told + 1);
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            var length = 0;
            while (await stream.ReadAsync(array.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
                if (length > greatest)
                    throw new TooLargeException();
                if (length == array.Length)
                    array = Grow(array, greatest);
            }

            return (array, length);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(array);
            throw;
        }
    }

    private static byte[] Grow(byte[] array, int greatest)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(array.Length * 2L, greatest + 1L));
        array.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(array);
        return larger;
    }
}
