namespace Triggers.Model.Log;

/// <summary>The kinds of records in <c>triggers.events</c>. Everything that can change an outcome is one of them. Numbers are stored: append only.</summary>
public enum RecordKind : byte
{
    /// <summary>A canonical event of a customer.</summary>
    Event = 1,

    /// <summary>Time passes: fires timers that are due.</summary>
    Tick = 2,

    /// <summary>Another version of the workspace is in force from here on.</summary>
    Rules = 3,

    /// <summary>The partition may spend more of budgets that all share, and give out more codes.</summary>
    Lease = 4,
}
