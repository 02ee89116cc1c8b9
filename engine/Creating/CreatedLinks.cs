using SesamTalk.Engine.Deleting;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Running;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Creating;

/// <summary>The links of records that were made (clause C2), also where they were made again (clause D3). The caller has a transaction open.</summary>
internal sealed class CreatedLinks(RunContext context, Succession succession)
{
    private readonly StateFile _state = context.State;

    /// <summary>Links a record with what was made from it. A record that was made again takes the place of the one that is gone (clause D3).</summary>
    /// <returns>The record that is gone, if there is one.</returns>
    public long? Add(Intent intent, long source, long target, Agreement agreed)
    {
        var (flow, side) = (intent.Flow, intent.Side);
        long? replaced = null;
        if (flow.PassesDeletesOn && _state.Links.Find(flow, side, intent.Origin) is { State: LinkState.Renewing } link)
        {
            replaced = link[side.Other()];
            _state.Links.Renew(flow, side, intent.Origin, side == Side.Source ? target : source, Evidence.Created, context.Run, agreed);
            _state.Counts.CountEnded(flow.Number, -1);
        }
        else
        {
            _state.Links.Add(flow, source, target, Evidence.Created, context.Run, agreed);
            _state.Counts.CountLink(flow.Number);
        }

        NoteIfGone(intent);
        return replaced;
    }

    /// <summary>Lets the record take over all links of the one that is gone. Made again under its own key it has come back (clause D4): its other links hold again.</summary>
    public void Succeed(MappedEntity entity, long? replaced, MirrorRecord created)
    {
        if (replaced == created.Id)
        {
            _state.Fates.Add(created.Name, entity.Number, created.Id);
        }
        else if (replaced is { } left)
        {
            succession.Take(entity, left, created.Id);
        }
    }

    // Who went while its counterpart was being made is looked at once it has one.
    private void NoteIfGone(Intent intent)
    {
        var entity = intent.Flow.Entity(intent.Side);
        if (_state.Counts.HasGone(entity) && _state.Mirror.Load(intent.Origin) is { IsGone: true } origin)
        {
            _state.Fates.Add(origin.Name, entity.Number, origin.Id);
        }
    }
}
