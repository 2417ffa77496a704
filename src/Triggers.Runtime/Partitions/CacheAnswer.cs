namespace Triggers.Runtime.Partitions;

/// <summary>What a <see cref="StateCache"/> knows of a customer.</summary>
public enum CacheAnswer
{
    /// <summary>Nothing: the store must be asked.</summary>
    NotHere,

    /// <summary>There is no state of this customer.</summary>
    New,

    /// <summary>The state is at hand.</summary>
    Found,
}
