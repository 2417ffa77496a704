namespace Triggers.Language.Plan;

/// <summary>What a trait computes. The numbers stand in state blobs: they never change.</summary>
public enum TraitKind
{
    /// <summary>The field's value in the newest event that has it.</summary>
    Latest = 1,

    /// <summary>The field's value in the oldest event that has it.</summary>
    First = 2,

    /// <summary>How many events.</summary>
    Count = 3,

    /// <summary>The field's exact sum.</summary>
    Sum = 4,

    /// <summary>The field's average.</summary>
    Average = 5,

    /// <summary>The field's smallest value.</summary>
    Min = 6,

    /// <summary>The field's greatest value.</summary>
    Max = 7,

    /// <summary>How many different values the field had.</summary>
    Distinct = 8,

    /// <summary>The field's most frequent values.</summary>
    Top = 9,

    /// <summary>The field's newest values.</summary>
    Last = 10,

    /// <summary>How many visits: stretches of events with no pause longer than the gap.</summary>
    Visits = 11,

    /// <summary>How long the newest visit lasted, from its first event to its last.</summary>
    Dwell = 12,

    /// <summary>How many events the newest visit had.</summary>
    PathLength = 13,
}
