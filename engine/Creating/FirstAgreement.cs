using SesamTalk.Engine.Linking;
using SesamTalk.Engine.Mapping;
using SesamTalk.Engine.State;
using SesamTalk.Engine.Values;

namespace SesamTalk.Engine.Creating;

/// <summary>What the two records of a new link agree on, because one of them was made from the other (clauses R4, R5).</summary>
internal static class FirstAgreement
{
    /// <summary>On what the rows of the new link agree.</summary>
    /// <param name="intent">What was asked for.</param>
    /// <param name="created">The record that came of it.</param>
    /// <param name="references">What translates keys, where elements are known by what they refer to.</param>
    public static Agreement Of(Intent intent, MirrorRecord created, Func<IReferences> references)
    {
        var agreed = new AgreementBuilder(intent.Flow.RowCount);
        foreach (var group in intent.Flow.Groups)
        {
            var stamp = created.Stamps[intent.PlaceOf(group.Rows[0])];
            if (stamp.Origin == created.Name)
            {
                continue;
            }

            agreed.Agree(group.Number, stamp);
            if (group.Rows[0].Elements is { } elements)
            {
                AgreeOnElements(agreed, group.Rows[0], elements, stamp, intent, created.Name, references);
            }
        }

        return agreed.Build();
    }

    // R11: what was made with the record is agreed, element by element.
    private static void AgreeOnElements(AgreementBuilder agreed, MappedRow row, MappedFlow elements, Stamp list, Intent intent, RecordName created, Func<IReferences> references)
    {
        var pairing = ElementPairing.Of(intent.Flow, row, references());
        foreach (var mark in (list.Elements?.Marks ?? []).Where(mark => mark.Properties is not null))
        {
            var key = intent.Side == Side.Source ? pairing.AtSource(mark.Key) : mark.Key;
            agreed.AgreeElement(ElementAgreement.NumberOf(row.Number, key, null), mark.Existence);
            foreach (var first in elements.Groups.Select(group => group.Rows[0]))
            {
                var stamp = mark.Properties![intent.PlaceOf(first)];
                if (stamp.Origin != created)
                {
                    agreed.AgreeElement(ElementAgreement.NumberOf(row.Number, key, first.Name), stamp);
                }
            }
        }
    }
}
