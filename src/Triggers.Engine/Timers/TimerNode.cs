using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Timers;

/// <summary>One armed customer: a node of the doubly linked list of its slot.</summary>
internal struct TimerNode
{
    /// <summary><see cref="Slot"/> of a node that is among the due.</summary>
    public const int Due = -1;

    /// <summary>Whose timer; a customer has one, for the earliest deadline.</summary>
    public CustomerKey Customer;

    /// <summary>When it is due. Not before <see cref="Filed"/>.</summary>
    public Timestamp Deadline;

    /// <summary>The time at which its slot comes up.</summary>
    public Timestamp Filed;

    /// <summary>The slot it is linked in, or <see cref="Due"/>.</summary>
    public int Slot;

    /// <summary>Index of the node before it in the slot, or -1.</summary>
    public int Previous;

    /// <summary>Index of the node behind it in the slot, or -1; of a free node: the next free one; of one that is due: its place among them.</summary>
    public int Next;

    /// <summary>Index of the next node whose key has the same hash, or -1; see <see cref="TimerNodes"/>.</summary>
    public int Chain;
}
