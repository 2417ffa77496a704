namespace Triggers.Runtime.Ports;

/// <summary>The names of the system's own topics.</summary>
/// <param name="Prefix">Default <c>triggers</c>; letters, digits, dots and dashes.</param>
public sealed record TopicNames(string Prefix = "triggers")
{
    /// <summary>The log: canonical events, ticks, rules records. Partitioned by customer, LogAppendTime.</summary>
    public string Events => $"{Prefix}.events";

    /// <summary>The changelog: states and partition records. Compacted, as many partitions as <see cref="Events"/>.</summary>
    public string State => $"{Prefix}.state";

    /// <summary>Why and why not.</summary>
    public string Decisions => $"{Prefix}.decisions";

    /// <summary>Source records that are not events, with the reason.</summary>
    public string Dead => $"{Prefix}.dead";

    /// <summary>Events later than their type allows.</summary>
    public string Late => $"{Prefix}.late";

    /// <summary>Published workspaces. Compacted, one partition.</summary>
    public string Rules => $"{Prefix}.rules";
}
