namespace Triggers.Runtime.Scenarios;

/// <summary>What became of the candidates of one trigger in a run.</summary>
public sealed class TriggerTally
{
    /// <summary>Messages sent.</summary>
    public long Messages { get; set; }

    /// <summary>Messages by channel; only channels that had any.</summary>
    public Counts Channels { get; } = new();

    /// <summary>Refusals by gate; only gates that refused.</summary>
    public Counts Refused { get; } = new();

    /// <summary>Starts that began no run because as many of their customer waited as may.</summary>
    public long Crowded { get; set; }
}
