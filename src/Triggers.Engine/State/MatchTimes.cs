using Triggers.Model;

namespace Triggers.Engine.State;

/// <summary>When the starts of one trigger and key happened, as far as <c>times:</c> needs it.</summary>
internal struct MatchTimes
{
    /// <summary>Stable id of the trigger.</summary>
    public StableId Trigger;

    /// <summary>The business key as text.</summary>
    public HeapRange Key;

    /// <summary>Room for the times, 8 bytes each (milliseconds since 1970, of this machine's byte order), ascending.</summary>
    public HeapRange Room;

    /// <summary>How many times there are.</summary>
    public int Count;
}
