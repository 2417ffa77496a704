using Triggers.Runtime.Ports;

namespace Triggers.Runtime.InMemory;

/// <summary>Member and generation of one moment.</summary>
internal sealed class InMemoryMembership(ConsumerGroup group, string member, int generation) : Membership
{
    public ConsumerGroup Group { get; } = group;

    public string Member { get; } = member;

    public int Generation { get; } = generation;
}
