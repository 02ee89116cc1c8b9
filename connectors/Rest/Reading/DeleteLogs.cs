using SesamTalk.Connectors.Reading;
using SesamTalk.Connectors.Rest.Forms;

namespace SesamTalk.Connectors.Rest.Reading;

/// <summary>
/// Reads logs of deletes (clause O5), one of several entities once for all of them: what was read from a place on is kept for the life
/// of the connection, and serves every entity whose own cursor is not before that place. It serves an entity once: who asks again wants
/// to know what was deleted since.
/// </summary>
internal sealed class DeleteLogs(Service service) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, (DeleteLog Log, HashSet<string> Served)> _read = new(StringComparer.Ordinal);

    /// <summary>The keys of records that were deleted since a place.</summary>
    /// <param name="form">The entity's form, whose deletes are told.</param>
    /// <param name="request">The entity.</param>
    /// <param name="isSince">Whether the keys are wanted; else only where the next read begins.</param>
    /// <param name="since">The place; <see langword="null"/> for the beginning.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The keys, and where the entity's next read begins.</returns>
    public async Task<(HashSet<string> Keys, CursorPlace? Place)> SinceAsync(
        EntityForm form, ReadRequest request, bool isSince, CursorPlace? since, CancellationToken cancellationToken)
    {
        var deletes = form.Deletes!;
        var log = deletes.TypeAt is null
            ? await new DeleteFeed(service, form, deletes).ReadAsync(request, since, cancellationToken)
            : await SharedAsync(form, request, isSince, since, cancellationToken);
        var place = since is { } own && (log.Next is not { } next || next.CompareTo(own) < 0) ? own : log.Next;
        return (isSince ? log.Keys(since, deletes.Types).ToHashSet(StringComparer.Ordinal) : new HashSet<string>(StringComparer.Ordinal), place);
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<DeleteLog> SharedAsync(EntityForm form, ReadRequest request, bool isSince, CursorPlace? since, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // To a complete read it matters only where the log ended before it.
            var name = NameOf(form.Deletes!, request);
            if (_read.TryGetValue(name, out var known) && (!isSince || known.Log.Covers(since)) && known.Served.Add(form.Name))
            {
                return known.Log;
            }

            var log = await new DeleteFeed(service, form, form.Deletes!).ReadAsync(request, since, cancellationToken);
            // What a complete read has passed over need not be kept: who wants it asks for it.
            _read[name] = (isSince ? log : new DeleteLog(log.Next, [], log.Next), new HashSet<string>(StringComparer.Ordinal) { form.Name });
            return log;
        }
        finally
        {
            _gate.Release();
        }
    }

    // The same request, read in the same way.
    private static string NameOf(DeletesForm deletes, ReadRequest request) => string.Join(
        '\n',
        [
            deletes.List.Path.Text, deletes.Key, deletes.TypeAt!, deletes.Cursor.Property, deletes.Cursor.IsTime.ToString(),
            (request.Entity.Property(request.Entity.Key.Property)?.Type ?? default).ToString(), .. deletes.List.Parameters.Select(p => $"{p.Name}={p.Value.Text}"),
        ]);
}
