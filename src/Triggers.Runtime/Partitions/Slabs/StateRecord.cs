using System.Buffers.Binary;
using Triggers.Model.Customers;

namespace Triggers.Runtime.Partitions.Slabs;

/// <summary>
/// What a slot of the cache holds. A slot that was given back has no flag.
/// <code>
/// key      16 bytes     (of a free slot: see SlabPages)
/// pin       4 bytes, see PinnedBatches; 0: clean
/// form      2 bytes: length of the blob, 12 bits, and four flags
/// blob      so many bytes; of a large one the 4-byte number in LargeBlobs
/// </code>
/// </summary>
internal readonly ref struct StateRecord(Span<byte> slot)
{
    /// <summary>Bytes before the blob.</summary>
    public const int HeaderLength = FormAt + sizeof(ushort);

    /// <summary>The longest blob that lies in a slot.</summary>
    public const int BlobMost = SlotSize.Most - HeaderLength;

    private const int PinAt = CustomerKey.ByteLength;
    private const int FormAt = PinAt + sizeof(uint);
    private const ushort LengthMask = 0x0fff;
    private const ushort Taken = 0x1000;
    private const ushort Large = 0x2000;
    private const ushort New = 0x4000;
    private const ushort Used = 0x8000;

    private readonly Span<byte> _slot = slot;

    /// <summary>Whose state it is.</summary>
    public CustomerKey Customer => CustomerKey.Read(_slot);

    /// <summary>The pin, see <see cref="PinnedBatches"/>; 0: none.</summary>
    public uint Pin
    {
        get => BinaryPrimitives.ReadUInt32LittleEndian(_slot[PinAt..]);
        set => BinaryPrimitives.WriteUInt32LittleEndian(_slot[PinAt..], value);
    }

    /// <summary>True when the slot is taken.</summary>
    public bool IsTaken => (Form & Taken) != 0;

    /// <summary>True when it says that the customer is new: there is no blob.</summary>
    public bool IsNew => (Form & New) != 0;

    /// <summary>True when the blob lies elsewhere, see <see cref="LargeNumber"/>.</summary>
    public bool IsLarge => (Form & Large) != 0;

    /// <summary>True when it was used since the hand of the clock passed.</summary>
    public bool WasUsed
    {
        get => (Form & Used) != 0;
        set => Form = (ushort)(value ? Form | Used : Form & ~Used);
    }

    /// <summary>The blob in the slot.</summary>
    public Span<byte> Blob => _slot.Slice(HeaderLength, Form & LengthMask);

    /// <summary>Number of the large blob.</summary>
    public int LargeNumber => BinaryPrimitives.ReadInt32LittleEndian(Blob);

    private ushort Form
    {
        get => BinaryPrimitives.ReadUInt16LittleEndian(_slot[FormAt..]);
        set => BinaryPrimitives.WriteUInt16LittleEndian(_slot[FormAt..], value);
    }

    /// <summary>Takes the slot for a customer.</summary>
    public void Begin(CustomerKey customer)
    {
        customer.Write(_slot);
        (Pin, Form) = (0, Taken | New | Used);
    }

    /// <summary>The customer is new.</summary>
    public void WriteNew() => Form = Taken | New | Used;

    /// <summary>Writes a blob of at most <see cref="BlobMost"/> bytes that the slot has room for.</summary>
    public void Write(ReadOnlySpan<byte> blob)
    {
        Form = (ushort)(Taken | Used | blob.Length);
        blob.CopyTo(Blob);
    }

    /// <summary>Says where the large blob is.</summary>
    public void WriteLarge(int number)
    {
        Form = Taken | Used | Large | sizeof(int);
        BinaryPrimitives.WriteInt32LittleEndian(Blob, number);
    }

    /// <summary>Leaves the slot; to be given back.</summary>
    public void End() => Form = 0;
}
