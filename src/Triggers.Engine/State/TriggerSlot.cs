using Triggers.Model;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>What is remembered about one trigger of one customer besides its runs. <see cref="Timestamp.Beginning"/> stands for a time that never was.</summary>
internal struct TriggerSlot
{
    /// <summary>Stable id of the trigger.</summary>
    public StableId Trigger;

    /// <summary>What became of the last run.</summary>
    public RunOutcome Outcome;

    /// <summary>When (customer time; of a decision the time it was made).</summary>
    public Timestamp OutcomeAt;

    /// <summary>Stable id of the event type or gate that did it; 0 when nothing did.</summary>
    public StableId By;

    /// <summary>32 bits of the hash of that run's key; 0 without a key.</summary>
    public uint KeyHash;

    /// <summary>When the last message was sent (log time).</summary>
    public Timestamp SentAt;

    /// <summary>When the last run began (customer time).</summary>
    public Timestamp EnteredAt;

    /// <summary>The next time of its calendar; never without one.</summary>
    public Timestamp NextAt;

    /// <summary>Hashes of the keys that had a message, 8 bytes each, oldest first.</summary>
    public HeapRange SentKeys;

    /// <summary>A slot without anything in it.</summary>
    public static TriggerSlot Of(StableId trigger) => new()
    {
        Trigger = trigger,
        OutcomeAt = Timestamp.Beginning,
        SentAt = Timestamp.Beginning,
        EnteredAt = Timestamp.Beginning,
        NextAt = Timestamp.Never,
    };
}
