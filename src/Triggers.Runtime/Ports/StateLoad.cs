namespace Triggers.Runtime.Ports;

/// <summary>One atomic read of states with the stamp they belong to; null blobs mean "new customer" only when the caller has checked the stamp.</summary>
/// <param name="Stamp">The partition's stamp at the moment of the read.</param>
/// <param name="Blobs">In the order asked for; null: there is none.</param>
public sealed record StateLoad(PartitionStamp Stamp, IReadOnlyList<byte[]?> Blobs);
