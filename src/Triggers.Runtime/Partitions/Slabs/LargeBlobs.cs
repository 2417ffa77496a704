namespace Triggers.Runtime.Partitions.Slabs;

/// <summary>Blobs that no slot has room for, each in an array of its own, found by number; a number given back is used again. Not thread-safe.</summary>
internal sealed class LargeBlobs
{
    private readonly Stack<int> _free = [];
    private (byte[] Bytes, int Length)[] _blobs = [];
    private int _count;

    /// <summary>Managed bytes held.</summary>
    public long Bytes { get; private set; }

    /// <summary>The blob of a number; valid until it is written or given back.</summary>
    public ReadOnlySpan<byte> this[int number] => _blobs[number].Bytes.AsSpan(0, _blobs[number].Length);

    /// <summary>Keeps a copy; its number.</summary>
    public int Add(ReadOnlySpan<byte> blob)
    {
        if (!_free.TryPop(out var number))
        {
            number = _count++;
            if (number == _blobs.Length)
            {
                Array.Resize(ref _blobs, Math.Max(4, number * 2));
            }

            _blobs[number].Bytes = [];
        }

        Write(number, blob);
        return number;
    }

    /// <summary>Writes over a blob. A blob that grows gets an eighth more than it needs, so that growing byte by byte does not allocate each time.</summary>
    public void Write(int number, ReadOnlySpan<byte> blob)
    {
        ref var entry = ref _blobs[number];
        if (entry.Bytes.Length < blob.Length || entry.Bytes.Length / 2 > blob.Length)
        {
            Bytes -= entry.Bytes.Length;
            entry.Bytes = GC.AllocateUninitializedArray<byte>(blob.Length + (blob.Length / 8));
            Bytes += entry.Bytes.Length;
        }

        entry.Length = blob.Length;
        blob.CopyTo(entry.Bytes);
    }

    /// <summary>Forgets a blob.</summary>
    public void GiveBack(int number)
    {
        Bytes -= _blobs[number].Bytes.Length;
        _blobs[number] = ([], 0);
        _free.Push(number);
    }
}
