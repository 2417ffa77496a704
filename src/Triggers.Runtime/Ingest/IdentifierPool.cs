using System.Buffers.Binary;
using System.Text;
using Triggers.Engine.Intake;
using Triggers.Model.Customers;

namespace Triggers.Runtime.Ingest;

/// <summary>
/// Identifiers with their keys. A key costs an HMAC, and a customer who comes once mostly comes again soon: up to 524,288 are remembered, those asked for recently rather
/// than others. At most 38 MB for the table and, with values of a dozen characters, 44 MB for what it holds; it begins with 72 KB. Not thread-safe.
/// </summary>
internal sealed class IdentifierPool(KeySecret secret)
{
    private const int IdentifiersMax = 1 << 19;
    private const int LongestPooled = 100;
    private const int ShortLength = 16;

    private readonly RecentPlaces<Known> _known = new(IdentifiersMax);
    private readonly Utf8Pool _kinds = new();

    /// <summary>The identifier of this kind and value (valid UTF-8, not empty) and its key.</summary>
    public (Identifier Identifier, CustomerKey Key) Get(string kind, ReadOnlySpan<byte> value)
    {
        var hash = Utf8Pool.Hash(value);
        ref readonly var first = ref _known[hash][0];
        return first.IsTaken && first.Hash == hash && first.Thing.Is(kind, value) ? (first.Thing.Identifier, first.Thing.Key) : GetElsewhere(kind, value, hash);
    }

    /// <summary>An identifier of this value will be asked for soon: the table is larger than the processor's cache.</summary>
    public void Expect(ReadOnlySpan<byte> value)
    {
        if (value.Length <= LongestPooled)
        {
            _known.Expect(Utf8Pool.Hash(value));
        }
    }

    /// <summary>Reads <c>kind:value</c> (valid UTF-8); false when the colon, the kind or the value is missing.</summary>
    public bool TryGet(ReadOnlySpan<byte> written, out Identifier identifier, out CustomerKey key)
    {
        var colon = written.IndexOf((byte)':');
        if (colon <= 0 || colon == written.Length - 1 || !_kinds.TryGet(written[..colon], out var kind))
        {
            (identifier, key) = (new("", ""), default);
            return false;
        }

        (identifier, key) = Get(kind, written[(colon + 1)..]);
        return true;
    }

    private (Identifier Identifier, CustomerKey Key) GetElsewhere(string kind, ReadOnlySpan<byte> value, uint hash)
    {
        var second = _known[hash][1];
        if (second.IsTaken && second.Hash == hash && second.Thing.Is(kind, value))
        {
            _known.Prefer(hash);
            return (second.Thing.Identifier, second.Thing.Key);
        }

        var identifier = new Identifier(kind, Encoding.UTF8.GetString(value));
        var key = secret.KeyOf(identifier);
        if (value.Length <= LongestPooled)
        {
            _known.Add(hash, new(identifier, key, value));
        }

        return (identifier, key);
    }

    /// <summary>An identifier, its key, and its value beside it as far as that is short: comparing follows no reference.</summary>
    private readonly struct Known
    {
        private readonly string _kind;
        private readonly (ulong Begin, ulong End) _short;
        private readonly int _length;

        public Known(Identifier identifier, CustomerKey key, ReadOnlySpan<byte> value)
        {
            (Identifier, Key, _kind, _length) = (identifier, key, identifier.Kind, value.Length);
            _short = value.Length <= ShortLength ? Short(value) : default;
        }

        public Identifier Identifier { get; }

        public CustomerKey Key { get; }

        public bool Is(string kind, ReadOnlySpan<byte> value) =>
            value.Length == _length && (ReferenceEquals(kind, _kind) || kind == _kind) && (_length <= ShortLength ? Short(value) == _short : Utf8Pool.Same(value, Identifier.Value));

        private static (ulong Begin, ulong End) Short(ReadOnlySpan<byte> value)
        {
            if (value.Length >= sizeof(ulong))
            {
                return (BinaryPrimitives.ReadUInt64LittleEndian(value), BinaryPrimitives.ReadUInt64LittleEndian(value[^sizeof(ulong)..]));
            }

            if (value.Length >= sizeof(uint))
            {
                return (BinaryPrimitives.ReadUInt32LittleEndian(value), BinaryPrimitives.ReadUInt32LittleEndian(value[^sizeof(uint)..]));
            }

            return value.IsEmpty ? default : (value[0] | ((ulong)value[value.Length / 2] << 8) | ((ulong)value[^1] << 16), 0UL);
        }
    }
}
