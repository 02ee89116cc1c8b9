using System.Collections.Immutable;
using System.Text.Json;
using SesamTalk.Engine.State;

namespace SesamTalk.Cli.Output;

/// <summary>Records in review, with the candidates of each and what speaks for them (clause I4).</summary>
internal static class ReviewForm
{
    /// <summary>For a person: a paragraph a record.</summary>
    public static void Write(TextPage page, ImmutableArray<ReviewStatus> reviews)
    {
        foreach (var review in reviews)
        {
            page.Line($"  {review.Record} in {review.Flow}: {review.Reason}");
            foreach (var candidate in review.Candidates)
            {
                page.Line($"    could be {candidate.Record}: {string.Join("; ", candidate.Evidence)}");
            }

            if (review.CandidateCount > review.Candidates.Length)
            {
                page.Line($"    and {Count.Of(review.CandidateCount - review.Candidates.Length)} more");
            }
        }
    }

    /// <summary>For a program: the member <c>review</c>.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<ReviewStatus> reviews) => json.WriteList("review", reviews, review =>
    {
        json.WriteString("flow", review.Flow);
        json.WriteString("record", review.Record);
        json.WriteString("reason", review.Reason);
        json.WriteNumber("candidate_count", review.CandidateCount);
        json.WriteList("candidates", review.Candidates, candidate =>
        {
            json.WriteString("record", candidate.Record);
            json.WriteTexts("evidence", candidate.Evidence);
        });
    });
}
