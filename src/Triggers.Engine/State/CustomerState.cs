using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// One customer's state while steps work on it. Decoded from a blob and encoded back (<see cref="StateCodec"/>); equal states give equal bytes. Not thread-safe.
/// </summary>
public sealed class CustomerState(CustomerKey customer)
{
    /// <summary>Whose state it is.</summary>
    public CustomerKey Customer { get; } = customer;

    /// <summary>The customer as the source knows it; null before the first event.</summary>
    public Identifier? Identifier { get; internal set; }

    /// <summary>The earliest deadline of any timer, <see cref="Timestamp.Never"/> when there is none. Also in the header of the blob.</summary>
    public Timestamp NextDeadline => Runs.Earliest;

    /// <summary>Ids that are duplicates when they come again.</summary>
    internal RecentEvents Recent { get; } = new();

    /// <summary>Values of traits; of one without a value there is no slot.</summary>
    internal TraitSlots Traits { get; } = new();

    /// <summary>Waiting runs of all triggers; each has a deadline.</summary>
    internal RunSet Runs { get; } = new();
}
