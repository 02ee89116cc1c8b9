using System.Collections.Immutable;
using SesamTalk.Sandbox.Storage;

namespace SesamTalk.Sandbox.ExactOnline.Reading;

/// <summary>Which of an entity's endpoints.</summary>
internal enum ExactViewKind
{
    /// <summary>The endpoint for single records, which lists too.</summary>
    Single,

    /// <summary>The endpoint for many.</summary>
    Bulk,

    /// <summary>The feed of changes.</summary>
    Sync,
}

/// <summary>An entity as one of its endpoints shows it.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Kind">The endpoint.</param>
/// <param name="Resource">Its path.</param>
/// <param name="Fields">What it shows.</param>
internal sealed record ExactView(ExactEntity Entity, ExactViewKind Kind, string Resource, ImmutableArray<Field> Fields)
{
    private static readonly Dictionary<string, ExactView> Views = All().ToDictionary(view => view.Resource, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many rows a page has at most.</summary>
    public int PageSize => Kind == ExactViewKind.Single ? 60 : 1000;

    /// <summary>The view at a path, or <see langword="null"/>.</summary>
    public static ExactView? At(string resource) => Views.GetValueOrDefault(resource);

    /// <summary>A field that it shows.</summary>
    public Field? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    private static IEnumerable<ExactView> All() => ExactCatalogue.Entities.SelectMany(Of).Append(HumanResources());

    private static IEnumerable<ExactView> Of(ExactEntity entity)
    {
        var single = entity.Table.Fields.RemoveAll(field => field.Is("feedonly"));
        if (entity.Single.Length > 0)
        {
            yield return new(entity, ExactViewKind.Single, entity.Single, single);
        }

        if (entity.Bulk is not null)
        {
            yield return new(entity, ExactViewKind.Bulk, entity.Bulk, single);
        }

        if (entity.Sync is not null)
        {
            yield return new(entity, ExactViewKind.Sync, entity.Sync, entity.Table.Fields.RemoveAll(field => field.Is("single")));
        }
    }

    private static ExactView HumanResources()
    {
        var divisions = ExactCatalogue.Of("Divisions");
        return new(divisions, ExactViewKind.Single, "hrm/Divisions", divisions.Table.Fields.RemoveAll(field => !field.Is("hrm")));
    }
}
