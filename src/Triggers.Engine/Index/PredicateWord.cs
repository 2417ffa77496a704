namespace Triggers.Engine.Index;

/// <summary>Up to 64 predicates and what is known of them for the event that is being matched.</summary>
internal struct PredicateWord
{
    /// <summary>The event that the bits are about.</summary>
    public uint Event;

    /// <summary>Predicates that were decided.</summary>
    public ulong Known;

    /// <summary>Predicates that hold; a part of <see cref="Known"/>.</summary>
    public ulong True;
}
