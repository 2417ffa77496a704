using Triggers.Model.Customers;
using Triggers.Model.Time;

namespace Triggers.Engine.State;

/// <summary>State ↔ blob. The layout is drawn here; every version ever released can be read.</summary>
public static class StateCodec
{
    /// <summary>Reads a blob.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged or of a newer version; says which.</exception>
    public static CustomerState Decode(CustomerKey customer, ReadOnlySpan<byte> blob) => throw new NotImplementedException();

    /// <summary>Writes the current version; canonical: the same state always gives the same bytes.</summary>
    public static byte[] Encode(CustomerState state) => throw new NotImplementedException();

    /// <summary>The earliest deadline, read from the header alone.</summary>
    public static Timestamp NextDeadlineOf(ReadOnlySpan<byte> blob) => throw new NotImplementedException();
}
