namespace Triggers.Runtime.Partitions.Slabs;

/// <summary>
/// The batches whose states are not stored yet. A pin is the number of a batch, from 1; 0 and a number below the oldest batch pin nothing. So storing a batch unpins its states
/// without looking at one of them. Numbers are used up after four thousand million batches: at ten a second, after thirteen years. Not thread-safe.
/// </summary>
internal sealed class PinnedBatches
{
    private (long Until, int Records)[] _ring = new (long, int)[16];
    private uint _oldest = 1;
    private uint _next = 1;
    private long _stored = long.MinValue;

    /// <summary>Number of records that are pinned.</summary>
    public int Records { get; private set; }

    /// <summary>Managed bytes held.</summary>
    public long Bytes => _ring.Length * 2L * sizeof(long);

    /// <summary>True when a record with this pin must stay.</summary>
    public bool Holds(uint pin) => pin >= _oldest;

    /// <summary>A pin for one more record of the batch that ends at <paramref name="until"/> (exclusive offset); 0 when that is stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An earlier batch ended later.</exception>
    public uint Add(long until)
    {
        if (until <= _stored)
        {
            return 0;
        }

        if (_oldest == _next || At(_next - 1).Until < until)
        {
            Begin(until);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(until, At(_next - 1).Until);
        At(_next - 1).Records++;
        Records++;
        return _next - 1;
    }

    /// <summary>A record with this pin gets another, or goes.</summary>
    public void Release(uint pin)
    {
        if (Holds(pin))
        {
            At(pin).Records--;
            Records--;
        }
    }

    /// <summary>Everything up to <paramref name="applied"/> (exclusive offset) is stored.</summary>
    public void Store(long applied)
    {
        _stored = Math.Max(_stored, applied);
        for (; _oldest != _next && At(_oldest).Until <= _stored; _oldest++)
        {
            Records -= At(_oldest).Records;
        }
    }

    private void Begin(long until)
    {
        if (_next - _oldest == _ring.Length)
        {
            var larger = new (long, int)[_ring.Length * 2];
            for (var number = _oldest; number != _next; number++)
            {
                larger[number % larger.Length] = At(number);
            }

            _ring = larger;
        }

        _ring[_next++ % _ring.Length] = (until, 0);
    }

    private ref (long Until, int Records) At(uint number) => ref _ring[number % _ring.Length];
}
