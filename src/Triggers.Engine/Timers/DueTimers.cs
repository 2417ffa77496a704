using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.Timers;

/// <summary>
/// The nodes that are due, in a binary heap by deadline and customer. A node that is due is in no slot, so it keeps its place in the heap where it would keep the next node: taking out any of
/// them costs no search, and nothing is allocated. Not thread-safe.
/// </summary>
internal sealed class DueTimers(TimerNodes nodes)
{
    private const int Least = 16;

    private readonly List<int> _frontier = new(Least);
    private int[] _heap = new int[Least];

    /// <summary>How many are due.</summary>
    public int Count { get; private set; }

    /// <summary>The first of them.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ref readonly TimerNode First => ref nodes[Count > 0 ? _heap[0] : throw new InvalidOperationException("No timer is due.")];

    /// <summary>Takes in a node that is in no slot.</summary>
    public void Add(int index)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * Count);
        }

        nodes[index].Slot = TimerNode.Due;
        MoveUp(index, Count++);
    }

    /// <summary>Takes a node out.</summary>
    public void Remove(int index)
    {
        var place = nodes[index].Next;
        var last = _heap[--Count];
        if (last == index)
        {
            return;
        }

        if (place > 0 && IsBefore(last, _heap[Parent(place)]))
        {
            MoveUp(last, place);
        }
        else
        {
            MoveDown(last, place);
        }
    }

    /// <summary>Appends the first <paramref name="limit"/> that are due at <paramref name="now"/>, in their order; they stay. Costs the square of how many it gives: for few at once.</summary>
    public void Collect(Timestamp now, int limit, List<(Timestamp Deadline, CustomerKey Customer)> into)
    {
        _frontier.Clear();
        Reach(0, now);
        for (var left = limit; left > 0 && _frontier.Count > 0; left--)
        {
            var place = TakeEarliest();
            ref readonly var node = ref nodes[_heap[place]];
            into.Add((node.Deadline, node.Customer));
            Reach((2 * place) + 1, now);
            Reach((2 * place) + 2, now);
        }
    }

    private void Reach(int place, Timestamp now)
    {
        if (place < Count && nodes[_heap[place]].Deadline <= now)
        {
            _frontier.Add(place);
        }
    }

    /// <summary>Of the places whose parents were taken the earliest: there are no more of them than were taken, and that is few.</summary>
    private int TakeEarliest()
    {
        var earliest = 0;
        for (var i = 1; i < _frontier.Count; i++)
        {
            earliest = IsBefore(_heap[_frontier[i]], _heap[_frontier[earliest]]) ? i : earliest;
        }

        var place = _frontier[earliest];
        _frontier[earliest] = _frontier[^1];
        _frontier.RemoveAt(_frontier.Count - 1);
        return place;
    }

    private void MoveUp(int index, int place)
    {
        while (place > 0 && IsBefore(index, _heap[Parent(place)]))
        {
            Put(_heap[Parent(place)], place);
            place = Parent(place);
        }

        Put(index, place);
    }

    private void MoveDown(int index, int place)
    {
        for (var child = (2 * place) + 1; child < Count; child = (2 * place) + 1)
        {
            child += child + 1 < Count && IsBefore(_heap[child + 1], _heap[child]) ? 1 : 0;
            if (!IsBefore(_heap[child], index))
            {
                break;
            }

            Put(_heap[child], place);
            place = child;
        }

        Put(index, place);
    }

    private void Put(int index, int place)
    {
        _heap[place] = index;
        nodes[index].Next = place;
    }

    private bool IsBefore(int left, int right)
    {
        ref readonly var one = ref nodes[left];
        ref readonly var other = ref nodes[right];
        return one.Deadline == other.Deadline ? one.Customer < other.Customer : one.Deadline < other.Deadline;
    }

    private static int Parent(int place) => (place - 1) / 2;
}
