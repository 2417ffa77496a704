using Triggers.Runtime.Ports;

namespace Triggers.Runtime.Delivery;

/// <summary>The one producer of a transactional id in this process. A producer whose last outcome is unknown is replaced, never used again.</summary>
public sealed class TransactionSlot(IPipelinePorts ports, string transactionalId) : IDisposable
{
    /// <summary>The producer, initialised.</summary>
    public IOutputTransaction Producer { get; private set; } = ports.OpenTransaction(transactionalId);

    /// <summary>A new producer of the same id: what the old one left open is aborted, what was decided is waited for.</summary>
    public void Renew()
    {
        Producer.Dispose();
        Producer = ports.OpenTransaction(transactionalId);
    }

    /// <inheritdoc/>
    public void Dispose() => Producer.Dispose();
}
