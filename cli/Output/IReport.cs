using System.Text.Json;

namespace SesamTalk.Cli.Output;

/// <summary>What a command tells, in each of the forms.</summary>
internal interface IReport
{
    /// <summary>Whether it is no result but the reason why there is none: as text it then goes beside the results.</summary>
    bool IsFailure => false;

    /// <summary>For a person.</summary>
    void Write(TextPage page);

    /// <summary>For a program: members of one object that is open.</summary>
    void Write(Utf8JsonWriter json);
}
