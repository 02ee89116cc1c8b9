using SesamTalk.Engine.Creating;
using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Reconciling;

/// <summary>What is found out about the two lists of a row, while their elements are looked at one after the other (clause R11).</summary>
/// <param name="row">The row of the lists.</param>
/// <param name="source">The elements of the source, as they are.</param>
/// <param name="target">The elements of the target, as they are.</param>
/// <param name="agreed">On what the elements of the link last agreed.</param>
internal sealed class ElementFindings(MappedRow row, ElementSet source, ElementSet target, ElementAgreement agreed)
{
    // What the link agreed on about its other lists stays.
    private readonly Dictionary<long, (long Source, long Target)> _agreedNow = new(agreed.All);
    private readonly List<ElementConflict> _conflicts = [];
    private readonly List<(Side, Wait)> _waits = [];
    private readonly List<(Side, string)> _faults = [];
    private bool _isApart;
    private ElementSet _source = source;
    private ElementSet _target = target;

    /// <summary>On what an element last agreed: in a row of it, or on whether it is there.</summary>
    public RowAgreement Agreed(string key, string? of) => agreed.Find(NumberOf(key, of));

    /// <summary>An element agrees on two edits.</summary>
    public void Agree(string key, string? of, Stamp sourceEdit, Stamp targetEdit) =>
        _agreedNow[NumberOf(key, of)] = (sourceEdit.EditNumber(), targetEdit.EditNumber());

    /// <summary>What an element agreed on is no longer of use.</summary>
    public void Forget(string key, string? of) => _agreedNow.Remove(NumberOf(key, of));

    /// <summary>An element of a side is to become this.</summary>
    public void Put(Side side, Element element)
    {
        if (side == Side.Source)
        {
            _source = _source.With(element);
        }
        else
        {
            _target = _target.With(element);
        }
    }

    /// <summary>Something is left different.</summary>
    public void LeaveApart() => _isApart = true;

    /// <summary>Two edits met.</summary>
    public void Add(ElementConflict conflict) => _conflicts.Add(conflict);

    /// <summary>An element that a side sends waits.</summary>
    public void Add(Side sender, Wait wait) => _waits.Add((sender, wait));

    /// <summary>A value that a side sends cannot be converted.</summary>
    public void Add(Side sender, string fault) => _faults.Add((sender, fault));

    /// <summary>All of it.</summary>
    public ElementOutcome Outcome() => new(_source, _target, ElementAgreement.Of(_agreedNow))
    {
        IsApart = _isApart || _waits.Count + _faults.Count > 0,
        Conflicts = _conflicts,
        Waits = _waits,
        Faults = _faults,
    };

    private long NumberOf(string key, string? of) => ElementAgreement.NumberOf(row.Number, key, of);
}
