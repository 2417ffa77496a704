using Triggers.Language.Evaluation;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;

namespace Triggers.Language.Plan;

/// <summary>What a trigger sends.</summary>
/// <param name="Purpose">For instance <c>offer</c>.</param>
/// <param name="Priority">Higher goes first, 0..100.</param>
/// <param name="Offer">Name of the offer, of several the first.</param>
/// <param name="Channels">In the declared order; the first that passes is used. At least one.</param>
public sealed record SendPlan(string Purpose, int Priority, string Offer, IReadOnlyList<ChannelPlan> Channels)
{
    /// <summary>Identity of the purpose in stored state.</summary>
    public StableId PurposeId { get; } = StableId.Of(Purpose);

    /// <summary>Identity of the offer in stored state.</summary>
    public StableId OfferId { get; } = StableId.Of(Offer);

    /// <summary>What people call the offer; empty when not known.</summary>
    public string OfferLabel { get; init; } = "";

    /// <summary>The offers, of which the best that the customer may get is sent.</summary>
    public IReadOnlyList<OfferPlan> Offers { get; init; } = [];

    /// <summary>What caps may count it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Name of the channel to try first (string, over <c>customer</c>); null: none.</summary>
    public CompiledExpression? Prefer { get; init; }

    /// <summary>True: the channel that the customer answered most lately is tried first.</summary>
    public bool PrefersResponse { get; init; }

    /// <summary>Not delivered when it is older than this; null: never too old.</summary>
    public TimeSpan? Expires { get; init; }

    /// <summary>Wins against all that are not mandatory.</summary>
    public bool Mandatory { get; init; }

    /// <summary>Goes out even when a cap is reached.</summary>
    public bool IgnoresCaps { get; init; }

    /// <summary>Goes out in quiet hours too.</summary>
    public bool IgnoresQuietHours { get; init; }

    /// <summary>Counts toward caps.</summary>
    public bool Counts { get; init; } = true;
}
