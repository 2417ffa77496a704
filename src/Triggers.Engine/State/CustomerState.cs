using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>
/// One customer's state while steps work on it. Decoded from a blob and encoded back (<see cref="StateCodec"/>); equal states give equal bytes. Reusable
/// (<see cref="Reset"/>): its parts keep their room. Not thread-safe.
/// </summary>
public sealed class CustomerState
{
    /// <summary>
    /// A customer has no more runs under way or held at once. Nobody who buys has as many; who visits a shop by program, or shares one identifier with a whole call centre, would else grow a
    /// state that no record can hold.
    /// </summary>
    public const int MostRuns = 1_000;

    private Identifier? _identifier;

    /// <summary>The state of a customer who was never seen.</summary>
    public CustomerState(CustomerKey customer)
    {
        Customer = customer;
        Series = new(Heap);
        Runs = new(Heap);
        MatchTimes = new(Heap);
    }

    /// <summary>Whose state it is.</summary>
    public CustomerKey Customer { get; private set; }

    /// <summary>The customer as the source knows it; null before the first event. Made when asked for.</summary>
    public Identifier? Identifier
    {
        get => _identifier ??= IdentifierKind.Length == 0 ? null : new(Heap.Text(IdentifierKind), Heap.Text(IdentifierValue));
        internal set
        {
            // The text is made again when asked for: whoever set it may be gone by then.
            _identifier = null;
            (IdentifierKind, IdentifierValue) = value is null ? default : (Heap.Add(value.Kind), Heap.Add(value.Value));
        }
    }

    /// <summary>The earliest deadline of any timer, <see cref="Timestamp.Never"/> when there is none. Also in the header of the blob.</summary>
    public Timestamp NextDeadline => Timestamp.Min(Timestamp.Min(Runs.Earliest, Memberships.ChangesAt), Timestamp.Min(Triggers.EarliestCalendar, Messaging.WakesAt));

    /// <summary>
    /// Customer time: the largest of the event times and deadlines that have touched the customer; what windows look back from. Never goes back;
    /// <see cref="Timestamp.Beginning"/> before the first.
    /// </summary>
    public Timestamp Clock { get; internal set; } = Timestamp.Beginning;

    /// <summary>Bytes of texts and values.</summary>
    internal StateHeap Heap { get; } = new();

    /// <summary>Kind of the identifier; empty before the first event.</summary>
    internal HeapRange IdentifierKind { get; set; }

    /// <summary>Value of the identifier.</summary>
    internal HeapRange IdentifierValue { get; set; }

    /// <summary>Ids that are duplicates when they come again.</summary>
    internal RecentEvents Recent { get; } = new();

    /// <summary>What traits keep.</summary>
    internal SeriesSet Series { get; }

    /// <summary>Segments, stages and crossings the customer is in.</summary>
    internal MembershipSet Memberships { get; } = new();

    /// <summary>What is remembered about triggers.</summary>
    internal TriggerSlots Triggers { get; } = new();

    /// <summary>Start times that <c>times:</c> counts.</summary>
    internal MatchTimesSet MatchTimes { get; }

    /// <summary>Runs of all triggers.</summary>
    internal RunSet Runs { get; }

    /// <summary>How many runs wait: those under way and those held.</summary>
    internal int WaitingRuns => Runs.Count + Messaging.Held.Length;

    /// <summary>What gates remember.</summary>
    internal MessagingState Messaging { get; } = new();

    /// <summary>A mark for who works on states in batches: this one changed. Not part of the state.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Bytes of texts and values it has room for before it grows.</summary>
    public int Room => Heap.Capacity;

    /// <summary>Makes this the state of another customer who was never seen.</summary>
    public void Reset(CustomerKey customer)
    {
        Customer = customer;
        IsChanged = false;
        Heap.Clear();
        _identifier = null;
        (IdentifierKind, IdentifierValue, Clock) = (default, default, Timestamp.Beginning);
        Recent.Clear();
        Series.Clear();
        Memberships.Clear();
        Triggers.Clear();
        MatchTimes.Clear();
        Runs.Clear();
        Messaging.Clear();
    }
}
