namespace SesamTalk.Engine.Documents;

/// <summary>The fixed wording of data-flow documents: what a reader expects and a writer writes, letter by letter.</summary>
internal static class Phrases
{
    public const string Blanks = " \t";
    public const string Between = " to ";
    public const string TitleEnd = " Dataflow";
    public const string Generated = "Generated: ";
    public const string GeneratedFormat = "yyyy-MM-dd HH:mm:ss";
    public const string Introduction = "Introduction";

    public const string IntroductionStart = "This technical document provides a detailed overview of the Sesam Talk data flow from ";
    public const string IntroductionEnd =
        ". It serves as a QA checklist for testing purposes and is the intellectual property of Sesam.io AS. The content contains "
        + "confidential information regulated under an NDA agreement, and sharing or distributing it without written permission is prohibited.";

    public const string Every = "Every ";
    public const string WillBe = " will be synchronized with a ";
    public const string Before = "Before any synchronization can take place, a link between a ";
    public const string MustBe = " must be established.";
    public const string InWords = ", it  will be synchronized with a ";

    public const string MatchStart = "If a matching ";
    public const string MatchMiddle = " already exists, the ";
    public const string MatchEnd = " will be merged with the existing one.";
    public const string NoMatchStart = "If no matching ";
    public const string NoMatchMiddle = " is found, a new ";
    public const string NoMatchEnd = " will be created.";

    public const string ConnectionStart = "A new ";
    public const string ConnectionMiddle = " will be created from a ";
    public const string ConnectionCondition = " if it is connected to a ";
    public const string ConnectionInto = " that is synchronized into ";
    public const string ConnectionLast = ", or ";
    public const string ConnectionNext = ", ";

    public const string MergeStart = "A ";
    public const string MergeMiddle = " will merge with a ";
    public const string MergeEnd = " if one of the following property combinations match:";

    public const string OnceStart = "Once a link between a ";
    public const string OnceEnd = " is established, it will keep in sync between the two systems, regardless of where it is edited.";
    public const string FollowingStart = "The following properties are synchronized between a ";
    public const string And = " and a ";

    public const string Table = ".. list-table::";
    public const string TableHead = "   :header-rows: 1";
    public const string RowStart = "   * -";
    public const string CellStart = "     -";
    public const string PropertyColumn = " Property";
    public const string TypeColumn = " Data Type";

    public const string ConditionStart = " (Dependant on having ";
    public const string Clause = "Dependant on having ";
    public const string ClauseIn = " in ";
}
