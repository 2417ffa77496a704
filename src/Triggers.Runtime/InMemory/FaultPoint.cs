namespace Triggers.Runtime.InMemory;

/// <summary>Where a fault may strike. Asked before the call does anything and with no lock held, so that the answerer may also move the cluster or the store.</summary>
/// <param name="Call">The call that is about to happen.</param>
/// <param name="Partition">The partition it is about, from 0; -1 when the call is not about one.</param>
/// <param name="Actor">Name of the process (<see cref="InMemoryPorts"/>) that calls; empty for the store.</param>
public readonly record struct FaultPoint(PortCall Call, int Partition, string Actor);
