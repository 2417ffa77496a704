namespace Triggers.Runtime.Telemetry;

/// <summary>Where a worker is in the exactly-once protocol. Numbers are read by other processes: append only.</summary>
public enum ProtocolStep
{
    /// <summary>Nothing to do.</summary>
    Idle = 0,

    /// <summary>K0: taking over a partition.</summary>
    TakeOver = 1,

    /// <summary>K1: a batch is being cut.</summary>
    Cut = 2,

    /// <summary>K2: states are loaded, records folded.</summary>
    Compute = 3,

    /// <summary>K3: records are produced into the transaction.</summary>
    Produce = 4,

    /// <summary>K3: the transaction is being committed.</summary>
    Commit = 5,

    /// <summary>K4: committed states go to the store.</summary>
    Store = 6,

    /// <summary>K5: the changelog is copied into the store.</summary>
    Copy = 7,

    /// <summary>K6: partitions are given back.</summary>
    Revoke = 8,
}
