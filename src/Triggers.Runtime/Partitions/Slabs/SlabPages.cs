using System.Buffers.Binary;

namespace Triggers.Runtime.Partitions.Slabs;

/// <summary>
/// Slots of bytes in pages of one size, each page cut for one class; a page whose last slot is given back may be cut anew for another. A place is a number: page · 1,024 + slot.
/// Garbage collection sees one array a page and nothing a slot. Not thread-safe.
/// </summary>
internal sealed class SlabPages
{
    private const int None = -1;
    private const int SlotBits = 10;
    private const int SlotMask = (1 << SlotBits) - 1;
    private const int PagesMax = 1 << (32 - SlotBits);

    private readonly int[] _withRoom = new int[SlotSize.Classes];
    private SlabPage[] _pages = [];
    private int _count;
    private int _empty = None;

    /// <summary>No pages yet.</summary>
    public SlabPages() => Array.Fill(_withRoom, None);

    /// <summary>Managed bytes held.</summary>
    public long Bytes => ((long)_count * (SlabPage.Length + (3 * sizeof(long)))) + ((long)_pages.Length * 4 * sizeof(long));

    /// <summary>The slot at a place; valid until that place is given back.</summary>
    public Span<byte> this[uint place]
    {
        get
        {
            ref var page = ref _pages[place >> SlotBits];
            return page.Bytes.AsSpan((int)(place & SlotMask) * page.SlotBytes, page.SlotBytes);
        }
    }

    /// <summary>The class of the slot at a place.</summary>
    public int ClassAt(uint place) => _pages[place >> SlotBits].SizeClass;

    /// <summary>Takes a slot of a class; its bytes are what was there before.</summary>
    /// <exception cref="InvalidOperationException">64 GB are held.</exception>
    public uint Take(int sizeClass)
    {
        if (_withRoom[sizeClass] == None)
        {
            Link(Cut(sizeClass));
        }

        var number = _withRoom[sizeClass];
        ref var page = ref _pages[number];
        int slot = page.Free;
        if (slot >= 0)
        {
            page.Free = BinaryPrimitives.ReadInt16LittleEndian(page.Bytes.AsSpan(slot * page.SlotBytes));
        }
        else
        {
            slot = page.Opened++;
        }

        page.Taken++;
        if (!page.HasRoom)
        {
            Unlink(number);
        }

        return ((uint)number << SlotBits) | (uint)slot;
    }

    /// <summary>Gives a slot back: its first two bytes change, its others stay as they are.</summary>
    public void GiveBack(uint place)
    {
        var number = (int)(place >> SlotBits);
        ref var page = ref _pages[number];
        if (!page.HasRoom)
        {
            Link(number);
        }

        var slot = (short)(place & SlotMask);
        BinaryPrimitives.WriteInt16LittleEndian(page.Bytes.AsSpan(slot * page.SlotBytes), page.Free);
        page.Free = slot;
        if (--page.Taken == 0)
        {
            Unlink(number);
            (page.Opened, page.Free, page.Next) = (0, None, _empty);
            _empty = number;
        }
    }

    /// <summary>The place behind <paramref name="place"/> that was ever taken, in order of pages and slots, from the last to the first; null when nothing is taken.</summary>
    public uint? Behind(uint place)
    {
        var (number, slot) = ((int)(place >> SlotBits), (int)(place & SlotMask) + 1);
        for (var left = _count; left >= 0; left--)
        {
            if (number < _count && slot < _pages[number].Opened)
            {
                return ((uint)number << SlotBits) | (uint)slot;
            }

            (number, slot) = (number + 1 < _count ? number + 1 : 0, 0);
        }

        return null;
    }

    private int Cut(int sizeClass)
    {
        var number = _empty;
        if (number != None)
        {
            _empty = _pages[number].Next;
        }
        else
        {
            number = Add();
        }

        ref var page = ref _pages[number];
        (page.SizeClass, page.SlotBytes) = ((byte)sizeClass, (ushort)SlotSize.BytesOf(sizeClass));
        (page.Taken, page.Opened, page.Free) = (0, 0, None);
        return number;
    }

    private int Add()
    {
        if (_count == _pages.Length)
        {
            Array.Resize(ref _pages, Math.Max(4, _count + (_count / 2)));
        }

        if (_count == PagesMax)
        {
            throw new InvalidOperationException($"The states of one partition take more than {(long)PagesMax * SlabPage.Length:N0} bytes; spread them over more partitions.");
        }

        // Never moved: a page lives as long as its cache, and compacting would copy all of them.
        _pages[_count].Bytes = GC.AllocateUninitializedArray<byte>(SlabPage.Length, pinned: true);
        return _count++;
    }

    private void Link(int number)
    {
        ref var page = ref _pages[number];
        ref var head = ref _withRoom[page.SizeClass];
        (page.Next, page.Previous) = (head, None);
        if (head != None)
        {
            _pages[head].Previous = number;
        }

        head = number;
    }

    private void Unlink(int number)
    {
        ref var page = ref _pages[number];
        if (page.Next != None)
        {
            _pages[page.Next].Previous = page.Previous;
        }

        if (page.Previous != None)
        {
            _pages[page.Previous].Next = page.Next;
        }
        else
        {
            _withRoom[page.SizeClass] = page.Next;
        }
    }
}
