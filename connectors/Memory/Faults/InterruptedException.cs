namespace SesamTalk.Connectors.Memory.Faults;

/// <summary>Stands for the death of the process: nobody recovers from it but by a new run.</summary>
public sealed class InterruptedException() : Exception("The run was interrupted here, as a test wants it.");
