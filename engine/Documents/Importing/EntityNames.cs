using System.Collections.Immutable;
using SesamTalk.Connectors.Descriptions;

namespace SesamTalk.Engine.Documents;

/// <summary>Finds the entity that a document means: its name, whatever the case, blanks and plural.</summary>
internal static class EntityNames
{
    /// <summary>The name of the one entity that fits, else the word itself.</summary>
    public static string Find(ImmutableArray<EntityDescription> entities, string word, out EntityDescription? description)
    {
        description = entities.FirstOrDefault(e => e.Name == word)
            ?? Only(entities, e => e.Name.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? Only(entities, e => Stem(e.Name) == Stem(word));
        return description?.Name ?? word;
    }

    private static EntityDescription? Only(ImmutableArray<EntityDescription> entities, Func<EntityDescription, bool> fits)
    {
        EntityDescription[] found = [.. entities.Where(fits).Take(2)];
        return found.Length == 1 ? found[0] : null;
    }

    private static string Stem(string name)
    {
        string plain = Slug.Squash(name);
        if (plain.EndsWith("ies", StringComparison.Ordinal))
            return plain[..^3] + "y";
        if (plain.EndsWith("sses", StringComparison.Ordinal))
            return plain[..^2];
        return plain.EndsWith('s') && !plain.EndsWith("ss", StringComparison.Ordinal) ? plain[..^1] : plain;
    }
}
