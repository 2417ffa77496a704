using System.Buffers;
using Triggers.Model.Events;

namespace Triggers.Engine.Intake;

/// <summary><see cref="CustomerEvent"/> → canonical JSON; see <see cref="EventReader"/> for the form.</summary>
public static class EventWriter
{
    /// <summary>Appends the canonical form.</summary>
    public static void Write(CustomerEvent source, IBufferWriter<byte> into) => throw new NotImplementedException();
}
