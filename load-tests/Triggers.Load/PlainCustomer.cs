namespace Triggers.Load;

/// <summary>A customer as one would write it down first: what the cache is compared with.</summary>
internal sealed class PlainCustomer
{
    /// <summary>Active rule → its step and deadline.</summary>
    internal Dictionary<int, (int Step, long Deadline)> Rules { get; } = [];

    /// <summary>Times of the last events.</summary>
    internal List<long> Recent { get; } = [];
}
