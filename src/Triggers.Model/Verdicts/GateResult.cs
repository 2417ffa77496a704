namespace Triggers.Model.Verdicts;

/// <summary>What a gate said. Names are part of the decision record: append only.</summary>
public enum GateResult : byte
{
    /// <summary>Nothing against it.</summary>
    Passed = 1,

    /// <summary>No message.</summary>
    Refused = 2,

    /// <summary>Not on this channel; the next is tried.</summary>
    NextChannel = 3,

    /// <summary>Not now; it is judged again.</summary>
    Held = 4,
}
