using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Linking;

/// <summary>Builds the agreement of a link whose rows begin agreed: both sides carry one edit.</summary>
internal sealed class AgreementBuilder(int rows)
{
    private readonly (long Source, long Target)[] _rows = new (long, long)[rows];
    private readonly Dictionary<long, (long Source, long Target)> _elements = [];
    private Stamp _last = Stamp.Unknown;
    private long _lastNumber;

    /// <summary>Both sides of a row carry this edit.</summary>
    public void Agree(int row, Stamp edit)
    {
        var number = NumberOf(edit);
        _rows[row] = (number, number);
    }

    /// <summary>Both sides of a property of an element carry this edit; for the number see <see cref="ElementAgreement.NumberOf"/>.</summary>
    public void AgreeElement(long element, Stamp edit)
    {
        var number = NumberOf(edit);
        _elements[element] = (number, number);
    }

    /// <summary>The agreement.</summary>
    public Agreement Build() => Agreement.Of(_rows, ElementAgreement.Of(_elements));

    private long NumberOf(Stamp edit)
    {
        if (!edit.IsSameEdit(_last))
        {
            (_last, _lastNumber) = (edit, edit.EditNumber());
        }

        return _lastNumber;
    }
}
