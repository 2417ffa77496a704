namespace Triggers.Engine.Index;

/// <summary>What is known of a field of the event that is being matched.</summary>
internal enum ReadingState : byte
{
    /// <summary>Nobody asked yet.</summary>
    Unread,

    /// <summary>Absent: no predicate holds.</summary>
    Missing,

    /// <summary>There and without a rank, which is NaN: it differs from everything.</summary>
    Unordered,

    /// <summary>There, with a rank.</summary>
    Ranked,
}
