using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Creating;

/// <summary>What the two records of a new link agree on, because one of them was made from the other (clauses R4, R5).</summary>
internal static class FirstAgreement
{
    /// <summary>On what the rows of the new link agree.</summary>
    public static Agreement Of(Intent intent, MirrorRecord created)
    {
        var agreed = new AgreementBuilder(intent.Flow.RowCount);
        foreach (var group in intent.Flow.Groups)
        {
            var stamp = created.Stamps[intent.PlaceOf(group.Rows[0])];
            if (group.Rows[0].Elements is { } elements)
            {
                agreed.Agree(group.Number, stamp);
                AgreeOnElements(agreed, group.Rows[0], elements, stamp, intent, created.Name);
            }
            else if (stamp.Origin != created.Name)
            {
                agreed.Agree(group.Number, stamp);
            }
        }

        return agreed.Build();
    }

    // R11: what was made with the record is agreed, element by element.
    private static void AgreeOnElements(AgreementBuilder agreed, MappedRow row, MappedFlow elements, Stamp list, Intent intent, RecordName created)
    {
        foreach (var mark in (list.Elements?.Marks ?? []).Where(mark => mark.Properties is not null))
        {
            agreed.AgreeElement(ElementAgreement.NumberOf(row.Number, mark.Key, null), mark.Existence);
            foreach (var first in elements.Groups.Select(group => group.Rows[0]))
            {
                var stamp = mark.Properties![intent.PlaceOf(first)];
                if (stamp.Origin != created)
                {
                    agreed.AgreeElement(ElementAgreement.NumberOf(row.Number, mark.Key, first.Name), stamp);
                }
            }
        }
    }
}
