namespace Triggers.Language.Plan;

/// <summary>What a trigger sends.</summary>
/// <param name="Purpose">For instance <c>offer</c>.</param>
/// <param name="Priority">Higher goes first, 0..100.</param>
/// <param name="Offer">Name of the offer.</param>
/// <param name="Channels">In the declared order; the first that passes is used. At least one.</param>
public sealed record SendPlan(string Purpose, int Priority, string Offer, IReadOnlyList<ChannelPlan> Channels)
{
    /// <summary>What people call the offer; empty when not known.</summary>
    public string OfferLabel { get; init; } = "";
}
