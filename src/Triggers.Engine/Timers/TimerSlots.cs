using System.Numerics;
using Triggers.Model.Time;

namespace Triggers.Engine.Timers;

/// <summary>
/// The slots: 11 levels of 64. Time is the instant as unsigned number (offset by 2⁶³), cut into digits of 6 bits; level 0 has one slot a millisecond, a slot of level k
/// covers 64ᵏ ms. A node filed for a time t after the cursor lies on the level of the highest digit in which t and the cursor differ, in the slot of t's digit there. So all
/// of a level comes before all of the next, and within a level the slots come in their order.
/// </summary>
internal sealed class TimerSlots(TimerNodes nodes)
{
    private const int Bits = 6;
    private const int Width = 1 << Bits;
    private const int Levels = 11;
    private const int None = -1;

    private readonly int[] _heads = CreateHeads();
    private readonly ulong[] _occupied = new ulong[Levels];

    /// <summary>Time up to which (inclusive) no node is filed. Never goes back.</summary>
    public Timestamp Cursor { get; private set; } = Timestamp.Beginning;

    /// <summary>Moves the cursor on. No slot that begins at or before <paramref name="to"/> may be occupied.</summary>
    public void MoveTo(Timestamp to) => Cursor = Timestamp.Max(Cursor, to);

    /// <summary>Links a node into the slot of its deadline, which is after the cursor.</summary>
    public void Link(int index)
    {
        ref var node = ref nodes[index];
        node.Filed = node.Deadline;
        var (time, cursor) = (Unsigned(node.Filed), Unsigned(Cursor));
        var level = 0;
        for (var above = (time ^ cursor) >> Bits; above != 0; above >>= Bits)
        {
            level++;
        }

        var digit = (int)(time >> (level * Bits)) & (Width - 1);
        node.Slot = (level * Width) + digit;
        node.Previous = None;
        node.Next = _heads[node.Slot];
        if (node.Next != None)
        {
            nodes[node.Next].Previous = index;
        }

        _heads[node.Slot] = index;
        _occupied[level] |= 1UL << digit;
    }

    /// <summary>Takes a node out of its slot.</summary>
    public void Unlink(int index)
    {
        ref var node = ref nodes[index];
        if (node.Next != None)
        {
            nodes[node.Next].Previous = node.Previous;
        }

        if (node.Previous != None)
        {
            nodes[node.Previous].Next = node.Next;
            return;
        }

        _heads[node.Slot] = node.Next;
        if (node.Next == None)
        {
            _occupied[node.Slot / Width] &= ~(1UL << (node.Slot % Width));
        }
    }

    /// <summary>The slot that comes up first, the time at which it begins and the last time it covers; false when no slot is occupied.</summary>
    public bool TryFirst(out int slot, out Timestamp begin, out Timestamp end)
    {
        for (var level = 0; level < Levels; level++)
        {
            if (_occupied[level] != 0)
            {
                var digit = BitOperations.TrailingZeroCount(_occupied[level]);
                slot = (level * Width) + digit;
                var shift = level * Bits;
                var above = shift + Bits >= 64 ? 0UL : Unsigned(Cursor) >> (shift + Bits) << (shift + Bits);
                var first = above | ((ulong)digit << shift);
                begin = Signed(first);
                end = Signed(first | ((1UL << shift) - 1));
                return true;
            }
        }

        (slot, begin, end) = (None, Timestamp.Never, Timestamp.Never);
        return false;
    }

    /// <summary>First node of a slot, or -1.</summary>
    public int Head(int slot) => _heads[slot];

    private static ulong Unsigned(Timestamp time) => unchecked((ulong)time.UnixMilliseconds) ^ (1UL << 63);

    private static Timestamp Signed(ulong time) => new(unchecked((long)(time ^ (1UL << 63))));

    private static int[] CreateHeads()
    {
        var heads = new int[Levels * Width];
        Array.Fill(heads, None);
        return heads;
    }
}
