namespace Triggers.Engine.State;

/// <summary>One or more events of a trait's series, summed up.</summary>
internal struct Bucket
{
    /// <summary>Event time of the newest of them, in milliseconds since 1970.</summary>
    public long Time;

    /// <summary>Event time of the oldest of them.</summary>
    public long First;

    /// <summary>How many.</summary>
    public long Count;

    /// <summary>The exact sum of their values.</summary>
    public decimal Sum;

    /// <summary>The value they stand for, encoded; empty when the series keeps none.</summary>
    public HeapRange Value;
}
