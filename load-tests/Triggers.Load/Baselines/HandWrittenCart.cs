namespace Triggers.Load.Baselines;

/// <summary>The workload <c>cart</c> by hand: a deadline for each customer in a hash map, and a queue of deadlines in which outdated ones stay until they come up.</summary>
internal sealed class HandWrittenCart : IHandWritten
{
    private const long Wait = 15 * 60_000;

    private readonly Dictionary<string, long> _deadlines = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, long> _queue = new();

    public void Take(ReadOnlySpan<byte> json, OutputHash outputs)
    {
        var (type, customer, time, _, _) = HandWrittenEvent.Parse(json);
        while (_queue.TryPeek(out var next, out var deadline) && deadline <= time)
        {
            _queue.Dequeue();
            if (_deadlines.TryGetValue(next, out var current) && current == deadline)
            {
                _deadlines.Remove(next);
                outputs.Add(next, "cart", deadline);
            }
        }

        if (type == "add_to_cart")
        {
            _deadlines[customer] = time + Wait;
            _queue.Enqueue(customer, time + Wait);
        }
        else if (type == "order")
        {
            _deadlines.Remove(customer);
        }
    }
}
