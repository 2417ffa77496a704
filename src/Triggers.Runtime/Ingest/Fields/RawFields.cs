namespace Triggers.Runtime.Ingest.Fields;

/// <summary>
/// The fields of one record, found but not yet read: the bytes of the record and, for each slot of a <see cref="SourceShape"/>, where the field stands in them. What a CSV
/// row and a JSON object have in common, so that neither has to become the other.
/// </summary>
/// <param name="bytes">The record; for CSV with doubled quotes as they stand.</param>
/// <param name="slots">One place a slot, in the order of <see cref="SourceShape.Names"/>.</param>
/// <param name="areUtf8">True when the bytes are known to be UTF-8: texts need no second look.</param>
public readonly ref struct RawFields(ReadOnlySpan<byte> bytes, ReadOnlySpan<RawField> slots, bool areUtf8 = false)
{
    private static readonly RawField Missing;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ReadOnlySpan<RawField> _slots = slots;

    /// <summary>True when the bytes are known to be UTF-8.</summary>
    public bool AreUtf8 { get; } = areUtf8;

    /// <summary>Where the field of <paramref name="slot"/> stands; negative slots are missing.</summary>
    public ref readonly RawField this[int slot] => ref slot < 0 ? ref Missing : ref _slots[slot];

    /// <summary>The bytes of <paramref name="field"/>.</summary>
    public ReadOnlySpan<byte> Bytes(RawField field) => _bytes.Slice(field.Start, field.Length);
}
