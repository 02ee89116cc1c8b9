namespace SesamTalk.Engine.Documents;

/// <summary>The wording of everything that an import leaves to a person.</summary>
internal sealed class ImportNotes
{
    private readonly List<ImportNote> _notes = [];
    private readonly List<ImportNote> _kept = [];

    public IEnumerable<ImportNote> Notes => _notes.OrderBy(n => n.Line);

    public IEnumerable<ImportNote> Kept => _kept.OrderBy(n => n.Line);

    public void Keep(int line, string cell) => _kept.Add(new ImportNote(line, cell));

    public void NoSections() => Add(1, "the document has no sections, so there are no flows");

    public void OtherLayout(int line) =>
        Add(line, "from here on lines are laid out otherwise than in such documents; 'docs' writes them in the usual way");

    public void OpenCondition(int line, string heading) =>
        Add(line, $"'{heading}': which records are created is told in words only; 'create: when' is open, and the words stand in 'description'");

    public void NoSystem(int line, string heading) =>
        Add(line, $"'{heading}': the document does not name the target's system; put its name in the place of 'unnamed'");

    public void UnknownEntity(int line, ResolvedSide side) =>
        Add(line, $"'{side.Entity}' is not one entity of {side.System} alone; the word is kept");

    public void SecondMeaning(int line, string heading, int firstLine, string name) =>
        Add(line, $"'{heading}' stands in line {firstLine} already and says something else there; this one becomes the flow '{name}'");

    public void NoMergeTable(int line, string heading) =>
        Add(line, $"'{heading}': matching records are to be merged, but the document does not say by which properties; write match rules");

    public void BlankMatch(MergeRow row) =>
        Add(row.Line, $"one side of the match '{row.Source.Path}' with '{row.Target.Path}' is blank; the rule is left out");

    public void ConditionalMatch(MergeRow row) =>
        Add(row.Line, $"the match '{row.Source.Path}' with '{row.Target.Path}' has a condition, which a match rule cannot have; the rule is left out");

    public void NotSaid(PropertyRow row) =>
        Add(row.Line, $"{Name(row)}: the document does not say how the value is converted ({DataTypeReader.NotSaid}); the type comes from the entity's description");

    public void OpenReference(PropertyRow row) =>
        Add(row.Line, $"{Name(row)}: the same key on both sides is a reference, not a copy; write 'of', the entities that it refers to");

    public void Reference(PropertyRow row, (string Source, string Target) of) =>
        Add(row.Line, $"{Name(row)}: the same key on both sides is a reference, not a copy, here to {of.Source} and {of.Target}");

    public void ConditionWithoutProperty(PropertyRow row) =>
        Add(row.Line, $"{Name(row)}: a condition does not name the property that it asks; write it in the place of \"{ConditionLayout.NotNamed}\"");

    private static string Name(PropertyRow row) => $"'{row.Source.Path}' to '{row.Target.Path}'";

    private void Add(int line, string message) => _notes.Add(new ImportNote(line, message));
}
