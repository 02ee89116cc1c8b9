namespace SesamTalk.Cli.Output;

/// <summary>What a command tells that has forms beside the two of all commands.</summary>
internal interface IFormedReport : IReport
{
    /// <summary>In one of the forms that the command names, other than text and JSON.</summary>
    void Write(string form, TextWriter writer);
}
