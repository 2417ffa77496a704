using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Timers;

/// <summary>
/// The earliest deadline of every customer of a partition. Hierarchical timing wheel (Varghese and Lauck, 1987) with lazy re-arm: moving a deadline later costs one store,
/// the entry moves when its old slot comes up. Not thread-safe.
/// </summary>
/// <remarks>
/// The wheel turns only in <see cref="CollectDue"/>. What it passes is due and stays so, so that collecting again, also for an earlier time, gives the
/// same in the same order.
/// </remarks>
public sealed class TimerWheel
{
    private readonly TimerNodes _nodes = new();
    private readonly TimerSlots _slots;
    private readonly DueTimers _due;
    private Timestamp? _earliest = Timestamp.Never;

    /// <summary>An empty wheel.</summary>
    public TimerWheel() => (_slots, _due) = (new(_nodes), new(_nodes));

    /// <summary>Number of armed customers.</summary>
    public int Count => _nodes.Count;

    /// <summary>
    /// The earliest armed deadline, <see cref="Timestamp.Never"/> when none is armed. Costs a walk over one slot when the earliest has moved since it was last asked for,
    /// else nothing.
    /// </summary>
    public Timestamp Earliest => _earliest ??= _due.Count > 0 ? _due.First.Deadline : EarliestFiled();

    /// <summary>Sets the customer's deadline; <see cref="Timestamp.Never"/> disarms.</summary>
    public void Arm(CustomerKey customer, Timestamp deadline)
    {
        if (_nodes.TryFind(customer, out var index))
        {
            Move(index, deadline);
        }
        else if (deadline != Timestamp.Never)
        {
            File(_nodes.Add(customer, deadline));
        }

        if (_earliest is { } earliest && deadline < earliest)
        {
            _earliest = deadline;
        }
    }

    /// <summary>The armed deadline of a customer, <see cref="Timestamp.Never"/> when none.</summary>
    public Timestamp DeadlineOf(CustomerKey customer) => _nodes.TryFind(customer, out var index) ? _nodes[index].Deadline : Timestamp.Never;

    /// <summary>
    /// Appends the first <paramref name="limit"/> armed customers with deadline ≤ <paramref name="now"/>, ascending by (deadline, customer), to
    /// <paramref name="into"/>. They stay armed. <paramref name="now"/> may go back to what it was before.
    /// </summary>
    public void CollectDue(Timestamp now, int limit, List<(Timestamp Deadline, CustomerKey Customer)> into)
    {
        TurnTo(now);
        _due.Collect(now, limit, into);
    }

    /// <summary>The first customer of <see cref="CollectDue"/>; false when none is due.</summary>
    public bool TryFirstDue(Timestamp now, out CustomerKey customer)
    {
        TurnTo(now);
        if (_due.Count == 0 || _due.First.Deadline > now)
        {
            customer = default;
            return false;
        }

        customer = _due.First.Customer;
        return true;
    }

    private void Move(int index, Timestamp deadline)
    {
        ref var node = ref _nodes[index];
        if (node.Deadline == deadline)
        {
            return;
        }

        if (_earliest == node.Deadline)
        {
            _earliest = null;
        }

        if (node.Slot != TimerNode.Due && deadline >= node.Filed && deadline != Timestamp.Never)
        {
            node.Deadline = deadline;
            return;
        }

        Unfile(index);
        if (deadline == Timestamp.Never)
        {
            _nodes.Remove(index);
            return;
        }

        node.Deadline = deadline;
        File(index);
    }

    private void File(int index)
    {
        if (_nodes[index].Deadline <= _slots.Cursor)
        {
            _due.Add(index);
        }
        else
        {
            _slots.Link(index);
        }
    }

    private void Unfile(int index)
    {
        if (_nodes[index].Slot == TimerNode.Due)
        {
            _due.Remove(index);
        }
        else
        {
            _slots.Unlink(index);
        }
    }

    private void TurnTo(Timestamp now)
    {
        while (_slots.TryFirst(out var slot, out var begin, out _) && begin <= now)
        {
            _slots.MoveTo(begin);
            for (var index = _slots.Head(slot); index >= 0; index = _slots.Head(slot))
            {
                _slots.Unlink(index);
                if (_nodes[index].Deadline <= now)
                {
                    _due.Add(index);
                }
                else
                {
                    _slots.Link(index);
                }
            }
        }

        _slots.MoveTo(now);
    }

    private Timestamp EarliestFiled()
    {
        var earliest = Timestamp.Never;
        while (earliest == Timestamp.Never && _slots.TryFirst(out var slot, out _, out var end))
        {
            for (var index = _slots.Head(slot); index >= 0;)
            {
                var next = _nodes[index].Next;
                if (_nodes[index].Deadline <= end)
                {
                    earliest = Timestamp.Min(earliest, _nodes[index].Deadline);
                }
                else
                {
                    _slots.Unlink(index);
                    _slots.Link(index);
                }

                index = next;
            }
        }

        return earliest;
    }
}
