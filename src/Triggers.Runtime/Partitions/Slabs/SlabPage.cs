namespace Triggers.Runtime.Partitions.Slabs;

/// <summary>A page: one array cut into slots of one class. An empty page belongs to no class.</summary>
internal struct SlabPage
{
    /// <summary>Bytes of every page: several dozen usual states, and small enough that a page for each class in use costs little.</summary>
    public const int Length = 16_384;

    /// <summary>The slots, one after another; what is left behind the last is not used.</summary>
    public byte[] Bytes;

    /// <summary>Class of its slots, see <see cref="SlotSize"/>.</summary>
    public byte SizeClass;

    /// <summary>Bytes of a slot.</summary>
    public ushort SlotBytes;

    /// <summary>Slots that are taken.</summary>
    public ushort Taken;

    /// <summary>Slots that were ever taken; those from here on hold nothing yet.</summary>
    public ushort Opened;

    /// <summary>First of the slots that were given back, or -1; each holds the next one's number.</summary>
    public short Free;

    /// <summary>The next page in its list (pages of the class with room; empty pages), or -1.</summary>
    public int Next;

    /// <summary>The page before it in the list of pages with room, or -1.</summary>
    public int Previous;

    /// <summary>True when a slot can be taken.</summary>
    public readonly bool HasRoom => Free >= 0 || (Opened + 1) * SlotBytes <= Length;
}
