namespace Triggers.Engine;

/// <summary>What became of the event of a step. Every event has exactly one fate.</summary>
public enum EventFate
{
    /// <summary>There was no event.</summary>
    None,

    /// <summary>It was applied.</summary>
    Applied,

    /// <summary>Its id was seen before: dropped.</summary>
    Duplicate,

    /// <summary>Later than its type allows: it ended runs, entered no trait and started nothing.</summary>
    Late,
}
