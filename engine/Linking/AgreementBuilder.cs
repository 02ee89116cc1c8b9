using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Linking;

/// <summary>Builds the agreement of a link whose rows begin agreed: both sides carry one edit.</summary>
internal sealed class AgreementBuilder(int rows)
{
    private readonly (long Source, long Target)[] _rows = new (long, long)[rows];
    private Stamp _last = Stamp.Unknown;
    private long _lastNumber;

    /// <summary>Both sides of a row carry this edit.</summary>
    public void Agree(int row, Stamp edit)
    {
        if (!edit.IsSameEdit(_last))
        {
            (_last, _lastNumber) = (edit, edit.EditNumber());
        }

        _rows[row] = (_lastNumber, _lastNumber);
    }

    /// <summary>The agreement.</summary>
    public Agreement Build() => Agreement.Of(_rows);
}
