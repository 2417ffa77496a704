using NodaTime;
using Triggers.Engine.Decisions.Gates.Caps;
using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;
using Triggers.Model.Values;

namespace Triggers.Engine.Decisions.Gates;

/// <summary>
/// Which of the trigger's offers is the best that the customer may get?
/// <para>
/// <b>Passes when</b> there is one: in its days, eligible, not had too often; of several that with the greatest score, of equal ones the first by name. <b>Refuses when</b>
/// there is none.
/// </para>
/// </summary>
internal sealed class EligibilityGate(DecisionFacts facts) : IGate
{
    private readonly List<double> _scores = [];
    private readonly SentFacts _sent = new();
    private readonly DateTimeZone? _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(facts.Messaging.Zone);

    /// <inheritdoc/>
    public string Name => "eligibility";

    /// <inheritdoc/>
    public bool Judge(in Candidate candidate, Judgement judgement)
    {
        var offers = candidate.Trigger.Send.Offers;
        List<string>? reasons = null;
        _scores.Clear();
        for (var i = 0; i < offers.Count; i++)
        {
            if (Refusal(offers[i], candidate) is { } reason)
            {
                (reasons ??= []).Add(reason);
            }
            else
            {
                Rank(offers[i], judgement.Choices);
            }
        }

        judgement.Offer = judgement.Choices.Count == 0 ? null : judgement.Choices[0];
        if (offers.Count == 0 || judgement.Offer is { } && offers.Count == 1)
        {
            return true;
        }

        return judgement.Offer is { } found
            ? judgement.Pass(Name, FormattableString.Invariant($"{found.Name} scores {_scores[0]}"), reasons is null ? null : string.Join(' ', reasons))
            : judgement.Refuse(Name, string.Join(' ', reasons!), string.Join(", ", offers.Select(offer => offer.Name)));
    }

    private void Rank(OfferPlan offer, List<OfferPlan> choices)
    {
        var (score, place) = (Score(offer), choices.Count);
        while (place > 0 && (score > _scores[place - 1] || (score == _scores[place - 1] && string.CompareOrdinal(offer.Name, choices[place - 1].Name) < 0)))
        {
            place--;
        }

        _scores.Insert(place, score);
        choices.Insert(place, offer);
    }

    /// <summary>The value of the candidate's best offer, for arbitration; 0 when it has none.</summary>
    public double ValueOf(in Candidate candidate)
    {
        var best = 0.0;
        foreach (var offer in candidate.Trigger.Send.Offers)
        {
            if (offer.Score is not null && Refusal(offer, candidate) is null)
            {
                best = Math.Max(best, Score(offer));
            }
        }

        return best;
    }

    private double Score(OfferPlan offer) => offer.Score is { } score && facts.Frame.Evaluate(score) is var value ? value.Kind switch
    {
        ValueKind.Int => value.AsInt,
        ValueKind.Double when !double.IsNaN(value.AsDouble) => value.AsDouble,
        ValueKind.Money => (double)value.AsMoney.Amount,
        _ => 0,
    }
    : 0;

    private string? Refusal(OfferPlan offer, in Candidate candidate) => Days(offer, candidate.Now) ?? Condition(offer) ?? Limit(offer, candidate);

    private string? Days(OfferPlan offer, Timestamp now)
    {
        if (offer.First is null && offer.Last is null)
        {
            return null;
        }

        var day = Instant.FromUnixTimeMilliseconds(now.UnixMilliseconds).InZone(_zone ?? DateTimeZone.Utc).Date;
        return day < offer.First ? FormattableString.Invariant($"The offer {offer.Name} begins on {offer.First:yyyy-MM-dd}.")
            : day > offer.Last ? FormattableString.Invariant($"The offer {offer.Name} ended on {offer.Last:yyyy-MM-dd}.")
            : null;
    }

    private string? Condition(OfferPlan offer)
    {
        if (offer.Eligible is not { } condition)
        {
            return null;
        }

        var value = facts.Frame.Evaluate(condition);
        return value.IsTrue ? null
            : value.IsError ? $"Whether the customer may get {offer.Name} could not be evaluated: `{condition.Source}`: {value.AsError.Message}."
            : $"The customer may not get {offer.Name}: `{condition.Source}` is {value}.";
    }

    private string? Limit(OfferPlan offer, in Candidate candidate)
    {
        if (offer.Limit is not { } limit)
        {
            return null;
        }

        var clock = limit.Window?.Period is null ? null : facts.Clock();
        var count = CapCount.Beside(limit, _sent.Of(candidate.State, offer).Span, candidate.Now, clock);
        return count < limit.AtMost ? null : FormattableString.Invariant($"The customer has had the offer {offer.Name} {count} of {CapText.Write(limit)} times.");
    }
}
