namespace Triggers.Engine.Index;

/// <summary>A field of an event, read once.</summary>
/// <param name="State">Whether there is a rank.</param>
/// <param name="Key">The rank, when there is one.</param>
internal readonly record struct FieldReading(ReadingState State, long Key)
{
    public static FieldReading Missing => new(ReadingState.Missing, 0);

    public static FieldReading Unordered => new(ReadingState.Unordered, 0);

    public static FieldReading At(long key) => new(ReadingState.Ranked, key);
}
