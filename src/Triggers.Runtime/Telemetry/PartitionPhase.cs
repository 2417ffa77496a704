namespace Triggers.Runtime.Telemetry;

/// <summary>What a partition of this process is doing.</summary>
public enum PartitionPhase
{
    /// <summary>It folds records.</summary>
    Running,

    /// <summary>It is being taken over, or waits for that to be tried again.</summary>
    TakingOver,

    /// <summary>It stands still until somebody acts.</summary>
    Stopped,
}
