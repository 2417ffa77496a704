namespace Triggers.Engine.Index;

/// <summary>Entries of one bucket with the same kind of main threshold, sorted by it: those that a key reaches come first.</summary>
/// <param name="Field">Position of the field; <see cref="NoField"/>: the entries have no threshold, and every event reaches them.</param>
/// <param name="IsUpper">The thresholds are upper bounds.</param>
/// <param name="Start">First entry.</param>
/// <param name="End">Entry after the last.</param>
internal readonly record struct EntryRun(int Field, bool IsUpper, int Start, int End)
{
    /// <summary>Stands for the field of entries without a threshold.</summary>
    public const int NoField = -1;

    /// <summary>The key on the scale of the thresholds.</summary>
    public long Level(long key) => IsUpper ? ~key : key;
}
