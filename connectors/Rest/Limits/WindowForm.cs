namespace SesamTalk.Connectors.Rest.Limits;

/// <summary>How the time of a limit runs.</summary>
internal enum WindowForm
{
    /// <summary>In any stretch of that length. Right for every system, whatever its clock shows.</summary>
    Sliding,

    /// <summary>From each full minute, hour or day of UTC to the next. Right for long times that the system counts so.</summary>
    Fixed,
}
