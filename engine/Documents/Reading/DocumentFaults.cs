using System.Collections.Immutable;

namespace SesamTalk.Engine.Documents;

/// <summary>Every fault that a data-flow document can have: codes and wording in one place. Each code has its page under <c>docs/errors</c>.</summary>
internal static class DocumentFaults
{
    public const string TitleCode = "ST5001";
    public const string TitleLineCode = "ST5002";
    public const string GeneratedCode = "ST5003";
    public const string IntroductionCode = "ST5004";
    public const string HeadingCode = "ST5005";
    public const string OpeningCode = "ST5006";
    public const string WordingCode = "ST5007";
    public const string OrderCode = "ST5008";
    public const string MissingCode = "ST5009";
    public const string TableCode = "ST5010";
    public const string TableHeadCode = "ST5011";
    public const string RowCode = "ST5012";
    public const string NoPropertyCode = "ST5013";
    public const string ConditionCode = "ST5014";
    public const string StrayCode = "ST5015";

    public static ImmutableArray<string> Codes { get; } =
    [
        TitleCode, TitleLineCode, GeneratedCode, IntroductionCode, HeadingCode, OpeningCode, WordingCode, OrderCode,
        MissingCode, TableCode, TableHeadCode, RowCode, NoPropertyCode, ConditionCode, StrayCode,
    ];

    public static Fault NoTitle { get; } = new(TitleCode, "this is not the title of a data-flow document",
        "a document begins with '{system} to {system} Dataflow' between two lines of '='");

    public static Fault TitleLine(int length) => new(TitleLineCode, "the lines round the title must be '=' signs, as many as the title is long",
        $"the title has {length} characters: write {length} '=' above and below it");

    public static Fault Generated { get; } = new(GeneratedCode, "the document must say here when it was made",
        "write 'Generated: ' and the time as year-month-day hours:minutes:seconds, for example 'Generated: 2024-03-01 09:30:00'");

    public static Fault IntroductionHeading { get; } = new(IntroductionCode, "the introduction is missing",
        "after 'Generated:' comes the heading 'Introduction', underlined with '-'");

    public static Fault IntroductionText(string expected) => new(IntroductionCode, "the introduction does not say what it always says",
        $"the whole paragraph is: {expected}");

    public static Fault HeadingForm { get; } = new(HeadingCode, "a section's heading must name two entities",
        "write '{system} {entity} to {system} {entity}'");

    public static Fault HeadingLine { get; } = new(HeadingCode, "this heading is not underlined with '-'",
        "put a line of '-' below it, as long as the heading");

    public static Fault NoOpening(string source, string target) => new(OpeningCode, "a section must begin by saying when its records are synchronised",
        $"write 'Every {source} will be synchronized with a {target}.', or 'Before any synchronization can take place, a link between a {source} "
        + $"and a {target} must be established.', or your own words and ', it  will be synchronized with a {target}.' with two blanks after 'it'");

    public static Fault Wording(string expected) => new(WordingCode, "this sentence differs here from what it must be in this section",
        $"the whole sentence is: {expected}");

    public static Fault NotAfterBefore { get; } = new(OrderCode, "a section that begins with 'Before any synchronization' cannot speak of matching records",
        "leave the two sentences about matching records out, or begin the section with 'Every'");

    public static Fault OnlyAfterBefore { get; } = new(OrderCode, "records can depend on a connection only in a section that begins with 'Before any synchronization'",
        "leave the sentence out, or begin the section with 'Before any synchronization'");

    public static Fault Order { get; } = new(OrderCode, "this sentence stands twice, or in the wrong place",
        "the order is: opening, matching records, connection, table of merging properties, 'Once a link', table of properties");

    public static Fault Missing(string expected) => new(MissingCode, "a sentence is missing", $"it reads: {expected}");

    public static Fault NoTable { get; } = new(TableCode, "a table must follow",
        "write '.. list-table::', below it '   :header-rows: 1', an empty line, and the rows");

    public static Fault TableHead(string expected) => new(TableHeadCode, "the head of this column is not what it must be", $"write '{expected}'");

    public static Fault Cells(int found, int wanted) => new(RowCode, found == 1 ? $"this row has 1 cell where the table has {wanted}" : $"this row has {found} cells where the table has {wanted}",
        "a row begins with '   * - ', each further cell stands on its own line after '     - '");

    public static Fault NoRow { get; } = new(RowCode, "this is no row of a table",
        "a row begins with '   * - ', each further cell stands on its own line after '     - '");

    public static Fault NoProperty { get; } = new(NoPropertyCode, "the cell names no property",
        "write the property, or take the row out");

    public static Fault Condition { get; } = new(ConditionCode, "this condition cannot be read",
        "write '(Dependant on having {value} in {property})' after the property and one blank; value and property may be left empty");

    public static Fault Stray { get; } = new(StrayCode, "this does not belong into a data-flow document",
        "take it out, or put it into the words of the documents' grammar");
}
