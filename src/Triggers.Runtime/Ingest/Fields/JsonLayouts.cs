using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using Triggers.Engine.Intake;

namespace Triggers.Runtime.Ingest.Fields;

/// <summary>
/// The layouts that the JSON objects of one source had so far: what stands before each value (<c>,"price":</c>), as a tree. Records of one source mostly repeat a layout, so
/// the next is found by comparing bytes, without a JSON reader; it reads what is new and teaches it. Bounded. Not thread-safe.
/// </summary>
/// <param name="customer">Slot of the customer's identifier, -1 when there is none: it is announced as soon as it is found.</param>
/// <param name="identifiers">To whom.</param>
internal sealed class JsonLayouts(int customer, IdentifierPool identifiers)
{
    private const int StepsMax = 2_048;
    private const int ChoicesMax = 16;
    private const int LongestText = 256;
    private const int FieldsMax = 256;

    /// <summary>One less than <see cref="Utf8JsonReader"/> takes: these values stand inside an object.</summary>
    private static readonly JsonReaderOptions Inside = new() { MaxDepth = 63 };

    private readonly List<(int Start, int End, int Slot)> _seen = [];
    private RawField _unwanted;
    private Step? _first;
    private int _steps;

    /// <summary>
    /// Marks where the fields of the object stand, as <see cref="JsonFields.TryFind"/> does; false when the layout is new or a value needs a JSON reader: nothing is said about the
    /// object then.
    /// </summary>
    /// <param name="json">One whole JSON value, valid UTF-8.</param>
    /// <param name="slots">One place a wanted name, cleared.</param>
    public bool TryFind(ReadOnlySpan<byte> json, Span<RawField> slots)
    {
        var at = 0;
        var step = _first;
        while (true)
        {
            while (step is not null && !step.IsAt(json, at))
            {
                step = step.Other;
            }

            if (step is null)
            {
                return false;
            }

            at += step.Length;
            if (step.IsLast)
            {
                return at == json.Length;
            }

            // Written where it stays: a copy of what was just written in parts would wait for all of them to reach memory.
            ref var place = ref step.Slot >= 0 ? ref slots[step.Slot] : ref _unwanted;
            at = EndOfValue(json, at, out place);
            if (at < 0)
            {
                return false;
            }

            if (step.Slot >= 0 && step.Slot == customer)
            {
                identifiers.Expect(json.Slice(place.Start, place.Length));
            }

            step = step.Next;
        }
    }

    /// <summary>Forgets what was <see cref="See">seen</see> of an object that was not learned.</summary>
    public void Begin() => _seen.Clear();

    /// <summary>A JSON reader passed a value of the object: from its first byte to behind its last one, and its slot, -1 when nobody wants it.</summary>
    public void See(int start, int end, int slot)
    {
        if (_seen.Count <= FieldsMax)
        {
            _seen.Add((start, end, slot));
        }
    }

    /// <summary>Learns the layout of the object whose values were seen, unless it is too large or too many are known.</summary>
    public void Learn(ReadOnlySpan<byte> json)
    {
        if (_seen.Count > FieldsMax)
        {
            return;
        }

        var at = 0;
        ref var link = ref _first;
        foreach (var (start, end, slot) in _seen)
        {
            if (Find(ref link, json[at..start], slot, isLast: false) is not { } step)
            {
                return;
            }

            link = ref step.NextLink;
            at = end;
        }

        Find(ref link, json[at..], -1, isLast: true);
    }

    /// <summary>Where the value ends that begins at <paramref name="start"/>: the place behind its last byte; negative when a JSON reader must look.</summary>
    private static int EndOfValue(ReadOnlySpan<byte> json, int start, out RawField place)
    {
        int end;
        switch (start < json.Length ? json[start] : default)
        {
            case (byte)'"':
                end = JsonScan.EndOfText(json, start + 1);
                place = new(RawForm.Text, start + 1, end - start - 1);
                return end < 0 ? end : end + 1;
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                end = JsonScan.EndOfNumber(json, start, out var written);
                place = new(written switch { NumberForm.Whole => RawForm.WholeNumber, NumberForm.Decimal => RawForm.DecimalNumber, _ => RawForm.Number }, start, end - start);
                return end;
            case (byte)'t' or (byte)'f' or (byte)'n':
                end = JsonScan.EndOfWord(json, start);
                place = new(json[start] == 't' ? RawForm.True : json[start] == 'f' ? RawForm.False : RawForm.Null, start, end - start);
                return end;
            case (byte)'[' or (byte)'{':
                end = EndOfStructure(json, start);
                place = new(RawForm.Structure, start, end - start);
                return end;
            default:
                place = default;
                return -1;
        }
    }

    private static int EndOfStructure(ReadOnlySpan<byte> json, int start)
    {
        try
        {
            var reader = new Utf8JsonReader(json[start..], Inside);
            reader.Read();
            reader.Skip();
            return start + (int)reader.BytesConsumed;
        }
        catch (JsonException)
        {
            // The reader of the whole record says where it breaks.
            return -1;
        }
    }

    /// <summary>The step among the choices at <paramref name="link"/>, a new one when there is room; null when there is none.</summary>
    private Step? Find(ref Step? link, ReadOnlySpan<byte> before, int slot, bool isLast)
    {
        var choices = 0;
        ref var place = ref link;
        while (place is not null)
        {
            if (place.IsLast == isLast && before.SequenceEqual(place.Before))
            {
                return place;
            }

            choices++;
            place = ref place.OtherLink;
        }

        if (choices == ChoicesMax || _steps == StepsMax || before.Length > LongestText)
        {
            return null;
        }

        _steps++;
        return place = new(before.ToArray(), slot, isLast);
    }

    /// <summary>One value and the text before it; or, last, the text behind all values.</summary>
    private sealed class Step
    {
        private readonly byte[] _before;
        private readonly Vector128<byte> _head;
        private readonly Vector128<byte> _mask;
        private Step? _next;
        private Step? _other;

        public Step(byte[] before, int slot, bool isLast)
        {
            _before = before;
            Length = before.Length;
            Slot = slot;
            IsLast = isLast;
            Span<byte> head = stackalloc byte[Vector128<byte>.Count];
            Span<byte> mask = stackalloc byte[Vector128<byte>.Count];
            var length = Math.Min(Length, head.Length);
            before.AsSpan(0, length).CopyTo(head);
            mask[..length].Fill(byte.MaxValue);
            (_head, _mask) = (Vector128.Create<byte>(head), Vector128.Create<byte>(mask));
        }

        public int Length { get; }

        public int Slot { get; }

        public bool IsLast { get; }

        public ReadOnlySpan<byte> Before => _before;

        /// <summary>True when the text stands at this place. The first 16 bytes, mostly all, are compared at once.</summary>
        public bool IsAt(ReadOnlySpan<byte> json, int at)
        {
            if (at > json.Length - Vector128<byte>.Count)
            {
                return json[at..].StartsWith(_before);
            }

            var there = Vector128.LoadUnsafe(ref Unsafe.AsRef(in json[at]));
            return ((there ^ _head) & _mask) == Vector128<byte>.Zero &&
                (Length <= Vector128<byte>.Count || json[(at + Vector128<byte>.Count)..].StartsWith(_before.AsSpan(Vector128<byte>.Count)));
        }

        public Step? Next => _next;

        public Step? Other => _other;

        public ref Step? NextLink => ref _next;

        public ref Step? OtherLink => ref _other;
    }
}
