using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Timers;

/// <summary>
/// The nodes of a wheel in one array; freed ones are used again. Found by customer through chains of nodes whose keys have the same hash, half a node a chain: mostly two
/// cache misses.
/// </summary>
internal sealed class TimerNodes
{
    private const int None = -1;
    private const int Least = 16;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private TimerNode[] _nodes = new TimerNode[Least];
    private int[] _chains = new int[2 * Least];
    private int _free = None;
    private int _used;

    /// <summary>Nothing is armed.</summary>
    public TimerNodes() => Array.Fill(_chains, None);

    /// <summary>Number of customers.</summary>
    public int Count { get; private set; }

    /// <summary>The node at <paramref name="index"/>; the reference holds until the next <see cref="Add"/>.</summary>
    public ref TimerNode this[int index] => ref _nodes[index];

    /// <summary>The index of a customer's node; false when it has none.</summary>
    public bool TryFind(CustomerKey customer, out int index)
    {
        index = _chains[ChainOf(customer)];
        while (index != None && _nodes[index].Customer != customer)
        {
            index = _nodes[index].Chain;
        }

        return index != None;
    }

    /// <summary>A node for a customer who has none.</summary>
    public int Add(CustomerKey customer, Timestamp deadline)
    {
        var index = _free;
        if (index != None)
        {
            _free = _nodes[index].Next;
        }
        else
        {
            index = _used++;
            if (index == _nodes.Length)
            {
                Grow();
            }
        }

        _nodes[index] = new() { Customer = customer, Deadline = deadline, Filed = deadline, Previous = None, Next = None };
        Chain(index);
        Count++;
        return index;
    }

    /// <summary>Frees a node that is in no list any more.</summary>
    public void Remove(int index)
    {
        ref var link = ref _chains[ChainOf(_nodes[index].Customer)];
        while (link != index)
        {
            link = ref _nodes[link].Chain;
        }

        link = _nodes[index].Chain;
        _nodes[index] = new() { Next = _free };
        _free = index;
        Count--;
    }

    /// <summary>Only when none is free: all nodes are in chains.</summary>
    private void Grow()
    {
        var full = _nodes.Length;
        Array.Resize(ref _nodes, 2 * full);
        _chains = new int[2 * _nodes.Length];
        Array.Fill(_chains, None);
        for (var index = 0; index < full; index++)
        {
            Chain(index);
        }
    }

    private void Chain(int index)
    {
        ref var first = ref _chains[ChainOf(_nodes[index].Customer)];
        _nodes[index].Chain = first;
        first = index;
    }

    /// <summary>Keys are 128 bits of an HMAC, so little mixing is needed; it is done for those who number their customers.</summary>
    private int ChainOf(CustomerKey customer) => (int)(unchecked((customer.High ^ customer.Low) * Multiplier) >> 32) & (_chains.Length - 1);
}
