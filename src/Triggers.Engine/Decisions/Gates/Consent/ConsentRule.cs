using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model;

namespace Triggers.Engine.Decisions.Gates.Consent;

/// <summary>
/// Does the customer want such messages? Their newest statement counts, by event time, that covers channel and purpose, whether it names them or means all; of two at the
/// same time the withdrawal.
/// <para><b>Passes when</b> it gives consent, or there is none and the channel assumes it. <b>Refuses when</b> it withdraws it, or there is none and the channel asks.</para>
/// </summary>
internal static class ConsentRule
{
    /// <summary>Judges one channel and purpose. Allocates nothing.</summary>
    /// <param name="assumed">What holds when the customer has said nothing.</param>
    /// <param name="channel">Stable id of the channel.</param>
    /// <param name="purpose">The message's purpose.</param>
    /// <param name="purposeId">Its stable id.</param>
    /// <param name="facts">What the customer has said, in any order.</param>
    public static ConsentVerdict Judge(ConsentPlan assumed, StableId channel, string purpose, StableId purposeId, ReadOnlySpan<ConsentFact> facts)
    {
        var newest = default(ConsentFact);
        var found = false;
        foreach (ref readonly var fact in facts)
        {
            var covers = (fact.Channel.Value == 0 || fact.Channel == channel) && (fact.Purpose.Value == 0 || fact.Purpose == purposeId);
            if (covers && (!found || fact.At > newest.At || (fact.At == newest.At && !fact.Given)))
            {
                (newest, found) = (fact, true);
            }
        }

        return found ? new(newest.Given, newest.At) : new(assumed.IsAssumed(purpose), null);
    }
}
