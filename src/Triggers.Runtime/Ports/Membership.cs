namespace Triggers.Runtime.Ports;

/// <summary>
/// The group membership (member, generation) captured when a batch was cut; offsets are sent with it and never with a newer one, so that a zombie is refused
/// (KIP-447). Opaque: each adapter has its own.
/// </summary>
public abstract class Membership;
