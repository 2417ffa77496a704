namespace Triggers.Runtime.Telemetry;

/// <summary>Hears where a worker is in the protocol. Called on the hot path, a few times a batch; from several threads.</summary>
public interface IProtocolTrace
{
    /// <summary>The worker enters a step.</summary>
    void Enter(ProtocolStep step);
}
