using System.Runtime.CompilerServices;
using System.Threading.Channels;
using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Engine.Observing;

/// <summary>The next batch is read while one is compared.</summary>
internal static class ReadAhead
{
    private const int BatchesAhead = 2;

    /// <summary>The batches of a read, some of them read before they are asked for.</summary>
    public static async IAsyncEnumerable<RecordBatch> Of(
        IAsyncEnumerable<RecordBatch> batches, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<RecordBatch>(BatchesAhead);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => PumpAsync(batches, channel.Writer, ended.Token), ended.Token);
        try
        {
            await foreach (var batch in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return batch;
            }

            await reading;
        }
        finally
        {
            await ended.CancelAsync();
        }
    }

    private static async Task PumpAsync(IAsyncEnumerable<RecordBatch> batches, ChannelWriter<RecordBatch> writer, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await foreach (var batch in batches.WithCancellation(cancellationToken))
            {
                await writer.WriteAsync(batch, cancellationToken);
            }
        }
        catch (SystemFailureException systemFailure)
        {
            failure = systemFailure;
        }
        finally
        {
            writer.Complete(failure);
        }
    }
}
