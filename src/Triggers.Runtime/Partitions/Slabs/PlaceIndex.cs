using Triggers.Model.Customers;

namespace Triggers.Runtime.Partitions.Slabs;

/// <summary>
/// Customer → place of the record: open addressing with linear probing, at most three quarters full. The key itself stands in the record only; here stand 4 bytes of place and
/// 1 byte of the key's hash, so that hardly any probe but the right one looks at a record (8 bytes a customer on average). Not thread-safe.
/// </summary>
/// <param name="pages">Where the records are.</param>
internal sealed class PlaceIndex(SlabPages pages)
{
    private const int Least = 16;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private uint[] _places = new uint[Least];
    private byte[] _tags = new byte[Least];

    /// <summary>Number of customers.</summary>
    public int Count { get; private set; }

    /// <summary>Managed bytes held.</summary>
    public long Bytes => (long)_places.Length * (sizeof(uint) + sizeof(byte));

    /// <summary>The place at a row.</summary>
    public uint this[int row]
    {
        get => _places[row];
        set => _places[row] = value;
    }

    /// <summary>The row of a customer, valid until the next change; -1: not here.</summary>
    public int Find(CustomerKey customer)
    {
        var hash = Hash(customer);
        var tag = TagOf(hash);
        for (var row = RowOf(hash, _tags.Length); ; row = Next(row))
        {
            var found = _tags[row];
            if (found == tag && new StateRecord(pages[_places[row]]).Customer == customer)
            {
                return row;
            }

            if (found == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>Adds a customer who is not here and whose record is written.</summary>
    public void Add(CustomerKey customer, uint place)
    {
        if ((Count + 1) * 4L > _tags.Length * 3L)
        {
            Grow();
        }

        Insert(Hash(customer), place);
        Count++;
    }

    /// <summary>Takes out a row: those behind it that were pushed on move back.</summary>
    public void RemoveAt(int row)
    {
        var hole = row;
        for (var next = Next(row); _tags[next] != 0; next = Next(next))
        {
            var home = RowOf(Hash(new StateRecord(pages[_places[next]]).Customer), _tags.Length);
            if (hole <= next ? home <= hole || home > next : home <= hole && home > next)
            {
                (_places[hole], _tags[hole]) = (_places[next], _tags[next]);
                hole = next;
            }
        }

        _tags[hole] = 0;
        Count--;
    }

    private void Grow()
    {
        var (places, tags) = (_places, _tags);
        var length = checked(places.Length + (places.Length / 2));
        (_places, _tags) = (new uint[length], new byte[length]);
        for (var row = 0; row < tags.Length; row++)
        {
            if (tags[row] != 0)
            {
                Insert(Hash(new StateRecord(pages[places[row]]).Customer), places[row]);
            }
        }
    }

    private void Insert(ulong hash, uint place)
    {
        var row = RowOf(hash, _tags.Length);
        while (_tags[row] != 0)
        {
            row = Next(row);
        }

        (_places[row], _tags[row]) = (place, TagOf(hash));
    }

    private int Next(int row) => row + 1 < _tags.Length ? row + 1 : 0;

    /// <summary>Keys are 128 bits of an HMAC, so little mixing is needed; it is done for those who number their customers.</summary>
    private static ulong Hash(CustomerKey customer) => unchecked((customer.High ^ customer.Low) * Multiplier);

    private static int RowOf(ulong hash, int length) => (int)(((hash >> 32) * (ulong)length) >> 32);

    private static byte TagOf(ulong hash) => (byte)Math.Max(1, (hash >> 24) & 0xff);
}
