using Triggers.Model.Events;

namespace Triggers.Load;

/// <summary>What the rules of <c>rules-N</c> ask of an event, read beforehand: the loops that are compared need not look for it.</summary>
/// <param name="Type">Ordinal of the event type.</param>
/// <param name="Category">The category.</param>
/// <param name="Cents">The amount.</param>
internal sealed record PackedEvent(int Type, int Category, int Cents)
{
    /// <summary>The numbers of <paramref name="source"/>.</summary>
    internal static PackedEvent Of(CustomerEvent source) => new(
        source.EventType.Ordinal,
        (int)source[source.Type.Find("category")!.Ordinal].AsInt,
        (int)(100 * source[source.Type.Find("amount")!.Ordinal].AsMoney.Amount));
}
