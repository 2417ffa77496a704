namespace Triggers.Runtime.Partitions;

/// <summary>Whether a record could be folded.</summary>
public enum FoldResult
{
    /// <summary>Done: the record is part of the batch.</summary>
    Folded,

    /// <summary>Nothing was changed: states are missing (<see cref="StateOverlay.Missing"/>). Load them and fold the record again.</summary>
    StatesMissing,
}
