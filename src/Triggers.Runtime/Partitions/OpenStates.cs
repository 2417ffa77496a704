using Triggers.Engine.State;
using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Runtime.Partitions;

/// <summary>
/// The states that a batch works on, by customer: open addressing at most half full. A place holds the number of the state and a part of the hash, so that what is looked at besides
/// is the state that is wanted. Grows to the largest batch. Not thread-safe.
/// </summary>
internal sealed class OpenStates
{
    private const int Least = 16;
    private const int NumberBits = 24;
    private const uint NumberMask = (1u << NumberBits) - 1;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private uint[] _places = new uint[Least];
    private CustomerState[] _states = new CustomerState[Least / 2];
    private Timestamp[] _deadlines = new Timestamp[Least / 2];

    /// <summary>Number of open states.</summary>
    public int Count { get; private set; }

    /// <summary>A state by the order in which they were opened.</summary>
    public CustomerState this[int number] => _states[number];

    /// <summary>The state of a customer; null when it is not open.</summary>
    public CustomerState? Find(CustomerKey customer) => NumberOf(customer) is var number and >= 0 ? _states[number] : null;

    /// <summary>The earliest deadline that the state of a customer had when it was opened.</summary>
    /// <exception cref="KeyNotFoundException">It is not open.</exception>
    public Timestamp DeadlineBefore(CustomerKey customer) =>
        NumberOf(customer) is var number and >= 0 ? _deadlines[number] : throw new KeyNotFoundException($"The state of {customer} is not open.");

    /// <summary>Opens the state of a customer who has none open.</summary>
    /// <exception cref="InvalidOperationException">16 million are open.</exception>
    public void Add(CustomerState state)
    {
        if (Count == _states.Length)
        {
            Grow();
        }

        (_states[Count], _deadlines[Count]) = (state, state.NextDeadline);
        Place(Count++);
    }

    /// <summary>Forgets all; the room stays.</summary>
    public void Clear()
    {
        Array.Clear(_places);
        Array.Clear(_states, 0, Count);
        Count = 0;
    }

    private int NumberOf(CustomerKey customer)
    {
        var hash = Hash(customer);
        for (var at = First(hash); _places[at] != 0; at = Next(at))
        {
            var number = (int)(_places[at] & NumberMask) - 1;
            if (((_places[at] ^ hash) & ~NumberMask) == 0 && _states[number].Customer == customer)
            {
                return number;
            }
        }

        return -1;
    }

    private void Grow()
    {
        if (2 * Count > NumberMask)
        {
            throw new InvalidOperationException($"A batch works on {Count:N0} states, and more are needed; make batches smaller.");
        }

        Array.Resize(ref _states, 2 * Count);
        Array.Resize(ref _deadlines, 2 * Count);
        _places = new uint[4 * Count];
        for (var number = 0; number < Count; number++)
        {
            Place(number);
        }
    }

    private void Place(int number)
    {
        var hash = Hash(_states[number].Customer);
        var at = First(hash);
        while (_places[at] != 0)
        {
            at = Next(at);
        }

        _places[at] = ((uint)hash & ~NumberMask) | (uint)(number + 1);
    }

    private int First(ulong hash) => (int)(hash >> 32) & (_places.Length - 1);

    private int Next(int at) => (at + 1) & (_places.Length - 1);

    /// <summary>Keys are 128 bits of an HMAC, so little mixing is needed; it is done for those who number their customers.</summary>
    private static ulong Hash(CustomerKey customer) => unchecked((customer.High ^ customer.Low) * Multiplier);
}
