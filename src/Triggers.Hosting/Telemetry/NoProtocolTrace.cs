using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Telemetry;

/// <summary>Nobody watches the protocol: the default.</summary>
public sealed class NoProtocolTrace : IProtocolTrace
{
    /// <inheritdoc/>
    public void Enter(ProtocolStep step)
    {
    }
}
