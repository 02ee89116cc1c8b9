using SesamTalk.Connectors.Descriptions;
using SesamTalk.Connectors.Sql.Schemas;
using SesamTalk.Connectors.Sql.Sessions;
using SesamTalk.Connectors.Systems;

namespace SesamTalk.Connectors.Sql.Examining;

/// <summary>Holds a table against the description of its entity.</summary>
internal static class TableExamination
{
    /// <summary>What is missing, and what would be rejected.</summary>
    /// <exception cref="SystemRefusedException">There is no such table.</exception>
    public static List<Examination> Examine(Session session, EntityDescription entity)
    {
        session.Refresh();
        var source = session.SourceOf(entity);
        List<Examination> found = [.. Missing(entity, source), .. Unfillable(entity, source)];
        return found.Count > 0 ? found : [Examination.Fine(ExaminationLayer.Shape, $"{entity.Name}: all {entity.Properties.Length} properties are there")];
    }

    private static IEnumerable<Examination> Missing(EntityDescription entity, Source source)
    {
        foreach (var property in entity.Properties.Where(property => property.Elements is null && source.Find(property) is null))
        {
            var refusal = source.Lacks(property);
            yield return Examination.Failure(ExaminationLayer.Shape, refusal.Message, refusal.Cure);
        }
    }

    // A record without a value in such a column would be rejected, and nothing said so before.
    private static IEnumerable<Examination> Unfillable(EntityDescription entity, Source source) => entity.Properties
        .Where(property => entity.CanCreate && source.Kind == SourceKind.Table && property.Path != entity.Key.Property)
        .Where(property => property is { Mandatory: false, Elements: null, Access: not WriteAccess.Never })
        .Where(property => source.Find(property) is { IsNotNull: true, HasDefault: false, IsComputed: false })
        .Select(property => Examination.Warning(
            ExaminationLayer.Shape,
            $"{entity.Name}: the column of '{property.Path}' takes no NULL, and the property is not described as mandatory",
            "Add 'mandatory: true' to it, so that records without a value wait for one instead of being rejected."));
}
