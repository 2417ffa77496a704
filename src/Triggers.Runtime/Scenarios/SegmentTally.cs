namespace Triggers.Runtime.Scenarios;

/// <summary>How often customers came into one segment or stage in a run, and left it.</summary>
public sealed class SegmentTally
{
    /// <summary>Entries.</summary>
    public long Entered { get; set; }

    /// <summary>Exits.</summary>
    public long Left { get; set; }
}
