using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Timers;

/// <summary>The nodes of a wheel in one array, found by customer; freed ones are used again.</summary>
internal sealed class TimerNodes
{
    private const int None = -1;

    private readonly Dictionary<CustomerKey, int> _byCustomer = [];
    private TimerNode[] _nodes = new TimerNode[16];
    private int _free = None;
    private int _used;

    /// <summary>Number of customers.</summary>
    public int Count => _byCustomer.Count;

    /// <summary>The node at <paramref name="index"/>; the reference holds until the next <see cref="Add"/>.</summary>
    public ref TimerNode this[int index] => ref _nodes[index];

    /// <summary>The index of a customer's node; false when it has none.</summary>
    public bool TryFind(CustomerKey customer, out int index) => _byCustomer.TryGetValue(customer, out index);

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
                Array.Resize(ref _nodes, _nodes.Length * 2);
            }
        }

        _nodes[index] = new() { Customer = customer, Deadline = deadline, Filed = deadline, Previous = None, Next = None };
        _byCustomer.Add(customer, index);
        return index;
    }

    /// <summary>Frees a node that is in no list any more.</summary>
    public void Remove(int index)
    {
        _byCustomer.Remove(_nodes[index].Customer);
        _nodes[index] = new() { Next = _free };
        _free = index;
    }
}
