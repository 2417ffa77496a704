using Triggers.Language.Plan.Messaging;

namespace Triggers.Engine.Decisions.Gates.Consent;

/// <summary>
/// Does the customer want such messages? Their newest statement counts, by event time, that covers channel and purpose, whether it names them or means all; of two at the
/// same time the withdrawal.
/// <para><b>Passes when</b> it gives consent, or there is none and the channel assumes it. <b>Refuses when</b> it withdraws it, or there is none and the channel asks.</para>
/// </summary>
internal static class ConsentGate
{
    /// <summary>Judges one channel and purpose.</summary>
    /// <param name="assumed">What holds when the customer has said nothing.</param>
    /// <param name="channel">Name of the channel.</param>
    /// <param name="purpose">The message's purpose.</param>
    /// <param name="statements">What the customer has said, in any order.</param>
    public static ConsentVerdict Judge(ConsentPlan assumed, string channel, string purpose, IReadOnlyList<ConsentStatement> statements)
    {
        ConsentStatement? newest = null;
        foreach (var statement in statements)
        {
            if (statement.Covers(channel, purpose) && (newest is null || statement.At > newest.At || (statement.At == newest.At && !statement.Given)))
            {
                newest = statement;
            }
        }

        return newest is null ? new(assumed.IsAssumed(purpose), null) : new(newest.Given, newest.At);
    }
}
