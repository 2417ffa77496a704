namespace Triggers.Tests.Engine.Oracle;

/// <summary>What is remembered about one trigger besides its runs.</summary>
internal sealed class NaiveMemory
{
    /// <summary>Log time of the last message.</summary>
    public long? SentAt { get; set; }

    /// <summary>Keys that had a message.</summary>
    public HashSet<string> SentKeys { get; } = [];

    /// <summary>When the last run began that replaced none.</summary>
    public long? EnteredAt { get; set; }

    /// <summary>Times of starts by key, the newest.</summary>
    public Dictionary<string, List<long>> Starts { get; } = [];
}
