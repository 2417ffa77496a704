using Triggers.Model.Values;

namespace Triggers.Engine.State;

/// <summary>
/// A value that a state keeps: scalars as they are, lists, maps and records encoded, so that they need no type until a plan reads them. What is read is the same before
/// and after the state was encoded.
/// </summary>
internal readonly struct StoredValue
{
    private readonly Value _scalar;
    private readonly byte[]? _encoded;

    private StoredValue(Value scalar) => _scalar = scalar;

    private StoredValue(byte[] encoded) => _encoded = encoded;

    /// <summary>Keeps a value of any kind but error and type.</summary>
    public static StoredValue Of(Value value)
    {
        if (!IsCompound(value.Kind))
        {
            return new(value);
        }

        var writer = new BlobWriter();
        ValueCodec.Write(writer, value);
        return new(writer.ToArray());
    }

    /// <summary>Takes one from a blob.</summary>
    public static StoredValue Read(ref BlobReader from)
    {
        if (!IsCompound((ValueKind)from.Peek()))
        {
            return new(ValueCodec.Read(ref from, DataType.Dyn));
        }

        var start = from.Position;
        ValueCodec.Read(ref from, type: null);
        return new(from.Since(start).ToArray());
    }

    /// <summary>Appends it to a blob.</summary>
    public void Write(BlobWriter into)
    {
        if (_encoded is null)
        {
            ValueCodec.Write(into, _scalar);
        }
        else
        {
            into.Raw(_encoded);
        }
    }

    /// <summary>The value; absent when it is of another type.</summary>
    public Value As(DataType type)
    {
        if (_encoded is null)
        {
            return ValueCodec.Fits(_scalar.Kind, type) ? _scalar : Value.Absent;
        }

        var reader = new BlobReader(_encoded);
        return ValueCodec.Read(ref reader, type);
    }

    /// <summary>For people: as <see cref="ValueText"/>; a record whose type is not known shows its size only.</summary>
    public string Describe(DataType type)
    {
        var value = As(type);
        return value.IsPresent ? ValueText.Write(value)
            : _encoded is null ? ValueText.Write(_scalar)
            : $"({(ValueKind)_encoded[0]} of {_encoded.Length} bytes)";
    }

    private static bool IsCompound(ValueKind kind) => kind is ValueKind.List or ValueKind.Map or ValueKind.Record;
}
